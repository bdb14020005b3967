import { describe, expect, test } from "vitest";
import type { Dossier, DossierChange } from "#shared/domain/dossier.ts";
import { Diploma } from "#shared/domain/facts.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { PageRequest } from "#shared/storage/scores.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { following, registeredIn, residentId } from "#test/support/people.ts";

/** What every place of dossiers has to do for recomputation: give them decoded, and say whom there is. */
export const subjectsCases = (make: () => Promise<Residents>): void => {
  describe("a subject", () => {
    test("nobody's is unknown", async () => {
      const residents = await make();

      expect(await residents.readSubject(residentId(1))).toBeUndefined();
    });

    test("is the dossier decoded, with its version, at once after every change", async () => {
      const residents = await make();
      const first = await register(residents, residentId(1));
      const before = await residents.readSubject(residentId(1));
      const second = await reportDiplomas(residents, first, 2);

      const after = await residents.readSubject(residentId(1));

      expect(before).toEqual({ residentId: residentId(1), version: 1, subject: subjectOf(first) });
      expect(after).toEqual({ residentId: residentId(1), version: 2, subject: subjectOf(second) });
      expect(after?.subject.facts.papers.education).toHaveLength(2);
    });

    test("of a dossier of nearly 64 kB is read as well", async () => {
      const residents = await make();
      const dossier = await reportDiplomas(residents, await register(residents, residentId(1)), 750);

      const read = await residents.readSubject(residentId(1));

      expect(JSON.stringify(dossier).length).toBeGreaterThan(60_000);
      expect(read?.subject).toEqual(subjectOf(dossier));
    });
  });

  describe("who is in a shard", () => {
    test("is whoever's id falls into it, each once however often they changed", async () => {
      const residents = await make();
      const { shard, ids, elsewhere } = inOneShard(3);
      for (const id of [...ids.toReversed(), elsewhere]) await register(residents, id);
      for (const id of ids) await reportDiplomas(residents, await residents.read(id), 1);

      const inShard = () => residents.inShard(shard, { limit: 10 });

      await expect.poll(inShard, { timeout: 5000 }).toEqual({ entries: ids });
    });

    test("comes page by page, and the last page says it is the last", async () => {
      const residents = await make();
      const { shard, ids } = inOneShard(4);
      for (const id of ids) await register(residents, id);
      const inShard = (request: PageRequest) => residents.inShard(shard, request);
      await expect.poll(async () => (await inShard({ limit: 9 })).entries, { timeout: 5000 }).toHaveLength(4);

      const first = await inShard({ limit: 2 });
      const second = await inShard({ limit: 2, cursor: first.cursor });

      expect([...first.entries, ...second.entries]).toEqual(ids);
      expect(second).not.toHaveProperty("cursor");
    });

    test("goes on only where one of its own pages ended", async () => {
      const residents = await make();

      const page = residents.inShard("00", { limit: 2, cursor: "bm9ib2R5" });

      await expect(page).rejects.toMatchObject({ code: "invalid-request" });
    });
  });
};

const register = async (residents: Residents, id: ResidentId): Promise<Dossier> => {
  const { dossier, recorded } = following(id, registeredIn("339901"));
  await residents.append(dossier, recorded);
  return dossier;
};

const reportDiplomas = async (residents: Residents, before: Dossier | undefined, count: number): Promise<Dossier> => {
  if (!before) throw new Error("nobody to report of");
  const { dossier, recorded } = following(before, diplomas(count));
  await residents.append(dossier, recorded);
  return dossier;
};

const diplomas = (count: number): DossierChange => ({
  type: "facts-reported",
  department: "education",
  recordId: "r1",
  sourceVersion: 1,
  facts: { education: Array.from({ length: count }, () => bachelor) },
});

const bachelor = Diploma.parse({ id: "diploma-2012-17", level: "bachelor", obtainedOn: "2012-07-01", verified: true });

/** Some of one shard in order of their ids, and one of another. */
const inOneShard = (count: number) => {
  const all = Array.from({ length: 1000 }, (_, number) => residentId(number));
  const shard = shardOf(residentId(0));
  return { shard, ids: all.filter((id) => shardOf(id) === shard).slice(0, count), elsewhere: residentId(1) };
};
