import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Page, PageRequest, Scores } from "#shared/storage/scores.ts";
import { shardOf, shards } from "#shared/storage/shards.ts";
import type { RecordedScore, StoredScore } from "#shared/storage/stored-score.ts";
import { aLine, aScore } from "#test/support/a-score.ts";
import { area, residentId } from "#test/support/people.ts";

/** What every place of scores has to do. Reads through an index may be a moment old. */
export const scoresCases = (make: () => Promise<Scores>): void => {
  describe("a recorded score", () => {
    test("nobody's is unknown", async () => {
      const scores = await make();

      expect(await scores.read(residentId(1))).toBeUndefined();
    });

    test("is read as it was saved, at once", async () => {
      const scores = await make();

      expect(await saveOver(scores, aScore())).toBe("saved");

      expect(await scores.read(residentId(1))).toEqual(aScore());
    });

    test.each([
      ["a newer dossier", { dossierVersion: 6 }],
      ["a newer registry", { registryRevision: 4 }],
      ["a later day", { asOf: "2024-07-01" }],
      ["all three newer", { dossierVersion: 6, registryRevision: 4, asOf: "2024-07-01" }],
    ])("is replaced by one on %s", async (_, basis) => {
      const scores = await make();
      await saveOver(scores, aScore());

      const saved = await saveOver(scores, aScore({ basis, effectiveTotal: 70 }), aLine({ basis, effectiveTotal: 70 }));

      expect(saved).toBe("saved");
      expect(await scores.read(residentId(1))).toEqual(aScore({ basis, effectiveTotal: 70 }));
    });

    test.each([
      ["the same basis", {}],
      ["an older dossier", { dossierVersion: 4 }],
      ["an older registry", { registryRevision: 2 }],
      ["an earlier day", { asOf: "2024-06-29" }],
      ["a newer dossier on an earlier day", { dossierVersion: 6, asOf: "2024-06-29" }],
      ["a later day under an older registry", { registryRevision: 2, asOf: "2024-07-01" }],
      ["an older dossier under a newer registry", { dossierVersion: 4, registryRevision: 4 }],
    ])("is not replaced by one on %s, which leaves no line of history either", async (_, basis) => {
      const scores = await make();
      await saveOver(scores, aScore());

      const replaces = aScore().basis;
      const saved = [
        await scores.save(aScore({ basis, effectiveTotal: 70 }), {
          replaces,
          history: aLine({ basis, effectiveTotal: 70 }),
        }),
        await scores.save(aScore({ basis, effectiveTotal: 70 }), { replaces }),
      ];

      expect(saved).toEqual(["overtaken", "overtaken"]);
      expect(await scores.read(residentId(1))).toEqual(aScore());
      expect(await scores.history(residentId(1), { limit: 10 })).toEqual({ entries: [] });
    });

    test.each([
      ["an older one", { dossierVersion: 4 }],
      ["one under an older registry", { registryRevision: 2 }],
      ["one of an earlier day", { asOf: "2024-06-29" }],
      ["none at all", undefined],
    ])("is not replaced by a newer one that was to replace %s", async (_, read) => {
      const scores = await make();
      await saveOver(scores, aScore());
      const newer = { basis: { dossierVersion: 7, registryRevision: 4, asOf: "2024-07-02" } };

      const replaces = read && aScore({ basis: read }).basis;
      const saved = [
        await scores.save(aScore(newer), { replaces, history: aLine(newer) }),
        await scores.save(aScore(newer), { replaces }),
      ];

      expect(saved).toEqual(["overtaken", "overtaken"]);
      expect(await scores.read(residentId(1))).toEqual(aScore());
      expect(await scores.history(residentId(1), { limit: 10 })).toEqual({ entries: [] });
    });

    test("is not there to be replaced where none was saved", async () => {
      const scores = await make();

      const saved = await scores.save(aScore({ basis: { dossierVersion: 6 } }), { replaces: aScore().basis });

      expect(saved).toBe("overtaken");
      expect(await scores.read(residentId(1))).toBeUndefined();
    });

    test("of two with the same basis at once, one is saved", async () => {
      const scores = await make();

      const first = { replaces: undefined, history: aLine() };
      const saved = await Promise.all([scores.save(aScore(), first), scores.save(aScore(), first)]);

      expect(saved.toSorted()).toEqual(["overtaken", "saved"]);
      expect((await scores.history(residentId(1), { limit: 10 })).entries).toEqual([aLine()]);
    });
  });

  describe("the history of a score", () => {
    test("comes the newest first, page by page, and its last page knows that it is", async () => {
      const scores = await make();
      await saveVersions(scores, [3, 9, 10, 99, 100]);

      const pages = await allPages((request) => scores.history(residentId(1), request), 2);

      expect(versionsIn(pages)).toEqual([[100, 99], [10, 9], [3]]);
    });

    test("that just fills its pages has no empty one after them", async () => {
      const scores = await make();
      await saveVersions(scores, [1, 2, 3, 4]);

      const pages = await allPages((request) => scores.history(residentId(1), request), 2);

      expect(versionsIn(pages)).toEqual([
        [4, 3],
        [2, 1],
      ]);
    });

    test("is in order of the days under one dossier version", async () => {
      const scores = await make();
      for (const asOf of ["2024-06-30", "2024-07-01", "2024-07-15"]) {
        await saveOver(scores, aScore({ basis: { asOf } }), aLine({ basis: { asOf } }));
      }

      const { entries } = await scores.history(residentId(1), { limit: 10 });

      expect(entries.map(({ basis }) => basis.asOf)).toEqual(["2024-07-15", "2024-07-01", "2024-06-30"]);
    });

    test("has no line for a score that was saved without one", async () => {
      const scores = await make();
      await saveOver(scores, aScore());

      expect(await scores.history(residentId(1), { limit: 10 })).toEqual({ entries: [] });
    });

    test.each([
      "",
      "nothing",
      Buffer.from("current").toString("base64url"),
      Buffer.from("history#1").toString("base64url"),
    ])("refuses the cursor %j", async (cursor) => {
      const scores = await make();

      const refused = (async () => scores.history(residentId(1), { limit: 10, cursor }))();

      await expect(refused).rejects.toMatchObject({
        code: "invalid-request",
        details: { errors: [{ field: "cursor" }] },
      });
    });
  });

  describe("who is due", () => {
    test("is whoever's score may change by that day, the longest due first", async () => {
      const scores = await make();
      const [late, early, today, tomorrow, settled] = inOneShard(5);
      await saveOver(scores, aScore({ residentId: late, nextChangeOn: "2024-07-02" }));
      await saveOver(scores, aScore({ residentId: early, nextChangeOn: "2023-12-01" }));
      await saveOver(scores, aScore({ residentId: today, nextChangeOn: "2024-07-15" }));
      await saveOver(scores, aScore({ residentId: tomorrow, nextChangeOn: "2024-07-16" }));
      await saveOver(scores, aScore({ residentId: settled, nextChangeOn: null }));

      const due = () => scores.due(shardOf(residentId(0)), date("2024-07-15"), { limit: 10 });

      await expect.poll(due, { timeout: 5000 }).toEqual({ entries: [early, late, today] });
    });

    test("comes page by page", async () => {
      const scores = await make();
      for (const number of inOneShard(5)) await saveOver(scores, aScore({ residentId: number }));
      const due = (request: PageRequest) => scores.due(shardOf(residentId(0)), date("2024-07-15"), request);

      const pages = () => allPages(due, 2);

      await expect.poll(async () => (await pages()).map((page) => page.length), { timeout: 5000 }).toEqual([2, 2, 1]);
      expect((await pages()).flat()).toEqual(inOneShard(5));
    });

    test("goes on behind the last of a page who has been recomputed since", async () => {
      const scores = await make();
      const [first, last, ...rest] = inOneShard(4);
      for (const number of inOneShard(4)) await saveOver(scores, aScore({ residentId: number }));
      const due = (request: PageRequest) => scores.due(shardOf(residentId(0)), date("2024-07-15"), request);
      await expect.poll(async () => (await due({ limit: 9 })).entries, { timeout: 5000 }).toHaveLength(4);
      const page = await due({ limit: 2 });
      const later = { basis: { asOf: "2024-07-02" }, nextChangeOn: "2024-08-02" };
      for (const residentId of [first, last]) await saveOver(scores, aScore({ residentId, ...later }));

      const next = () => due({ limit: 9, cursor: page.cursor });

      await expect.poll(async () => (await due({ limit: 9 })).entries, { timeout: 5000 }).toEqual(rest);
      expect((await next()).entries).toEqual(rest);
    });

    test("is no longer due once recomputed, and due under another day once it is", async () => {
      const scores = await make();
      const shard = shardOf(residentId(1));
      await saveOver(scores, aScore({ nextChangeOn: "2024-07-02" }), aLine({ nextChangeOn: "2024-07-02" }));
      const later = { basis: { asOf: "2024-07-02" }, nextChangeOn: "2024-08-02" };
      await saveOver(scores, aScore(later), aLine(later));

      const due = async () => [
        await scores.due(shard, date("2024-08-01"), { limit: 10 }),
        await scores.due(shard, date("2024-08-02"), { limit: 10 }),
      ];

      await expect.poll(due, { timeout: 5000 }).toEqual([{ entries: [] }, { entries: [residentId(1)] }]);
    });
  });

  describe("who is in an area", () => {
    test("is whoever had their area exactly there when last recomputed", async () => {
      const scores = await make();
      const [stays, leaves, elsewhere, other] = inOneShard(4);
      await saveOver(scores, aScore({ residentId: stays, area: "339901" }));
      await saveOver(scores, aScore({ residentId: leaves, area: "339901" }));
      await saveOver(scores, aScore({ residentId: elsewhere, area: "339902" }));
      await saveOver(scores, aScore({ residentId: other, area: "339900" }));
      await saveOver(scores, aScore({ residentId: leaves, area: "339902", basis: { dossierVersion: 6 } }));

      const inArea = () => scores.inArea(area("339901"), shardOf(residentId(0)), { limit: 10 });

      await expect.poll(inArea, { timeout: 5000 }).toEqual({ entries: [stays] });
    });

    test("comes page by page", async () => {
      const scores = await make();
      for (const number of inOneShard(3)) await saveOver(scores, aScore({ residentId: number }));
      const inArea = (request: PageRequest) => scores.inArea(area("339901"), shardOf(residentId(0)), request);

      const pages = () => allPages(inArea, 2);

      await expect.poll(async () => (await pages()).map((page) => page.length), { timeout: 5000 }).toEqual([2, 1]);
      expect((await pages()).flat()).toEqual(inOneShard(3));
    });

    test("every shard is one of those that are planned", () => {
      const planned = new Set(shards);

      const own = Array.from({ length: 100 }, (_, number) => shardOf(residentId(number)));

      expect(own.every((shard) => planned.has(shard))).toBe(true);
      expect(new Set(own).size).toBeGreaterThan(20);
    });
  });
};

/** Saves over whatever is stored. */
const saveOver = async (scores: Scores, score: StoredScore, history?: RecordedScore) =>
  scores.save(score, { replaces: (await scores.read(score.residentId))?.basis, history });

const saveVersions = async (scores: Scores, versions: readonly number[]): Promise<void> => {
  for (const dossierVersion of versions) {
    await saveOver(scores, aScore({ basis: { dossierVersion } }), aLine({ basis: { dossierVersion } }));
  }
};

const allPages = async <Entry>(read: (request: PageRequest) => Promise<Page<Entry>>, limit: number) => {
  const pages: (readonly Entry[])[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit, cursor });
    pages.push(page.entries);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return pages;
};

const versionsIn = (pages: readonly (readonly RecordedScore[])[]) =>
  pages.map((page) => page.map(({ basis }) => basis.dossierVersion));

/** Residents who share the shard of `residentId(0)`, in order. */
const inOneShard = (count: number): readonly ResidentId[] =>
  Array.from({ length: 10_000 }, (_, number) => residentId(number))
    .filter((id) => shardOf(id) === shardOf(residentId(0)))
    .slice(0, count);
