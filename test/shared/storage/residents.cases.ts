import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { Dossier, DossierChange } from "#shared/domain/dossier.ts";
import type { Diploma } from "#shared/domain/facts.ts";
import type { Residents, Seen } from "#shared/storage/residents.ts";
import { following, registeredIn, residentId } from "#test/support/people.ts";

/** What every place of dossiers has to do. */
export const residentsCases = (make: () => Promise<Residents>): void => {
  describe("a dossier", () => {
    test("nobody's is unknown", async () => {
      const residents = await make();

      expect(await residents.read(residentId(1))).toBeUndefined();
      expect(await residents.readVersion(residentId(1), 1)).toBeUndefined();
    });

    test("is read as it was written, at once", async () => {
      const residents = await make();
      const first = following(residentId(1), registeredIn("339901"));

      const appended = await residents.append(first.dossier, first.recorded);

      expect(appended).toBe("appended");
      expect(await residents.read(residentId(1))).toEqual(first.dossier);
    });

    test("begins once", async () => {
      const residents = await make();
      const first = following(residentId(1), registeredIn("339901"));
      const other = following(residentId(1), registeredIn("339902"));
      await residents.append(first.dossier, first.recorded);

      const appended = await residents.append(other.dossier, other.recorded);

      expect(appended).toBe("overtaken");
      expect(await residents.read(residentId(1))).toEqual(first.dossier);
    });

    test("of two changes on the same version one is appended, and the other leaves no trace", async () => {
      const residents = await make();
      const first = await registered(residents);
      const one = following(first, diplomas("r1", 1));
      const other = following(first, diplomas("r2", 2));

      const appended = await Promise.all([
        residents.append(one.dossier, one.recorded, seen("r1")),
        residents.append(other.dossier, other.recorded, seen("r2")),
      ]);

      const [winner, loser] = appended[0] === "appended" ? [one, "r2"] : [other, "r1"];
      expect(appended.toSorted()).toEqual(["appended", "overtaken"]);
      expect(await residents.read(residentId(1))).toEqual(winner.dossier);
      expect((await residents.readChanges(residentId(1))).map(({ version }) => version)).toEqual([1, 2]);
      expect(await residents.readSeen(residentId(1), "education", loser)).toBeUndefined();
    });

    test("a change without its predecessor is not appended", async () => {
      const residents = await make();
      const second = following(await registered(residents), diplomas("r1", 1));
      const third = following(second.dossier, diplomas("r2", 2));

      expect(await residents.append(third.dossier, third.recorded)).toBe("overtaken");
    });

    test("takes ten times a typical one", async () => {
      const residents = await make();
      const change = following(await registered(residents), diplomas("r1", 200));
      expect(JSON.stringify(change.dossier).length).toBeGreaterThan(10 * 1_300);

      const appended = await residents.append(change.dossier, change.recorded);

      expect(appended).toBe("appended");
      expect(await residents.read(residentId(1))).toEqual(change.dossier);
    });

    test("above 64 kB is refused with its size, and stays as it was", async () => {
      const residents = await make();
      const before = await registered(residents);
      const change = following(before, diplomas("r1", 900));

      const appended = residents.append(change.dossier, change.recorded, seen("r1"));

      await expect(appended).rejects.toMatchObject({ code: "dossier-too-large", details: { limit: 65_536 } });
      expect(await residents.read(residentId(1))).toEqual(before);
      expect(await residents.readSeen(residentId(1), "education", "r1")).toBeUndefined();
    });
  });

  describe("the history of a dossier", () => {
    test("rebuilds every version by folding its changes", async () => {
      const residents = await make();
      const versions = await grown(residents, 12);

      const rebuilt = await Promise.all(versions.map(({ version }) => residents.readVersion(residentId(1), version)));

      expect(rebuilt).toEqual(versions);
      expect(await residents.read(residentId(1))).toEqual(versions.at(-1));
    });

    test("is read up to a version, the first change first", async () => {
      const residents = await make();
      await grown(residents, 12);

      const changes = await residents.readChanges(residentId(1), 10);

      expect(changes.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    });

    test("of more than a megabyte is read whole", async () => {
      const residents = await make();
      await grown(residents, 30, 500);

      expect(await residents.readChanges(residentId(1))).toHaveLength(30);
    });

    test("knows no version that has not been", async () => {
      const residents = await make();
      await grown(residents, 3);

      expect(await residents.readVersion(residentId(1), 4)).toBeUndefined();
    });

    test("is its own person's", async () => {
      const residents = await make();
      await grown(residents, 3);
      const other = following(residentId(2), registeredIn("339902"));
      await residents.append(other.dossier, other.recorded);

      expect(await residents.readChanges(residentId(2))).toEqual([other.recorded]);
    });
  });

  describe("what was seen", () => {
    test("is written with its change and read again", async () => {
      const residents = await make();
      const change = following(await registered(residents), diplomas("r1", 1));

      await residents.append(change.dossier, change.recorded, seen("r1"));

      expect(await residents.readSeen(residentId(1), "education", "r1")).toEqual(seen("r1"));
      expect(await residents.readSeen(residentId(1), "hrss", "r1")).toBeUndefined();
      expect(await residents.readSeen(residentId(2), "education", "r1")).toBeUndefined();
    });

    test("keeps a second change under its id out, whatever its version", async () => {
      const residents = await make();
      const second = following(await registered(residents), diplomas("r1", 1));
      await residents.append(second.dossier, second.recorded, seen("r1"));
      const again = following(second.dossier, diplomas("r1", 2));

      expect(await residents.append(again.dossier, again.recorded, seen("r1", "other"))).toBe("seen-before");
      expect(await residents.append(second.dossier, second.recorded, seen("r1"))).toBe("seen-before");
      expect(await residents.read(residentId(1))).toEqual(second.dossier);
      expect(await residents.readSeen(residentId(1), "education", "r1")).toEqual(seen("r1"));
    });

    test("can be remembered without a change, once", async () => {
      const residents = await make();
      const before = await registered(residents);

      const remembered = [
        await residents.remember(residentId(1), seen("r1")),
        await residents.remember(residentId(1), seen("r1", "other")),
      ];

      expect(remembered).toEqual([true, false]);
      expect(await residents.readSeen(residentId(1), "education", "r1")).toEqual(seen("r1"));
      expect(await residents.read(residentId(1))).toEqual(before);
    });

    test("may be named with whatever an id may hold", async () => {
      const residents = await make();
      await residents.remember(residentId(1), seen("a.b_c:d-E9"));

      expect(await residents.readSeen(residentId(1), "education", "a.b_c:d-E9")).toEqual(seen("a.b_c:d-E9"));
    });
  });
};

const registered = async (residents: Residents): Promise<Dossier> => {
  const first = following(residentId(1), registeredIn("339901"));
  await residents.append(first.dossier, first.recorded);
  return first.dossier;
};

/** All versions of a dossier that was changed so often. */
const grown = async (residents: Residents, changes: number, diplomasEach = 1): Promise<readonly Dossier[]> => {
  const versions = [await registered(residents)];
  for (const before of versions) {
    if (before.version === changes) break;
    const next = following(before, diplomas(`r${before.version}`, before.version, diplomasEach));
    await residents.append(next.dossier, next.recorded, seen(`r${before.version}`));
    versions.push(next.dossier);
  }
  return versions;
};

const diplomas = (recordId: string, sourceVersion: number, count = sourceVersion): DossierChange => ({
  type: "facts-reported",
  department: "education",
  recordId,
  sourceVersion,
  facts: { education: Array.from({ length: count }, (): Diploma => bachelor) },
});

const bachelor: Diploma = {
  id: "diploma-2012-00017",
  level: "bachelor",
  obtainedOn: date("2012-07-01"),
  verified: true,
};

const seen = (id: string, bodyHash = "hash"): Seen => ({
  source: "education",
  id,
  bodyHash,
  receivedAt: "2024-06-30T02:00:00.000Z",
});
