import { expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { Material, MaterialPlace } from "#shared/domain/material.ts";
import type { Materials } from "#shared/storage/materials.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { aMaterial, materialId } from "#test/support/a-material.ts";
import { residentId } from "#test/support/people.ts";

/** What every place of materials has to do. */
export const materialsCases = (make: () => Promise<Materials>): void => {
  const holding = async (...known: readonly Material[]): Promise<Materials> => {
    const materials = await make();
    for (const material of known) await materials.put(material);
    return materials;
  };
  const placeOf = ({ residentId: whose, materialId: which }: MaterialPlace) => ({
    residentId: whose,
    materialId: which,
  });

  test("what was put is read at once, as it was put, and is nobody else's", async () => {
    const material = aMaterial();
    const materials = await holding(material);

    expect(await materials.read(residentId(1), materialId(1))).toEqual(material);
    expect(await materials.read(residentId(2), materialId(1))).toBeUndefined();
    expect(await materials.read(residentId(1), materialId(2))).toBeUndefined();
  });

  test("an id is used once", async () => {
    const materials = await holding(aMaterial());

    expect(await materials.put(aMaterial({ bytes: 7 }))).toBe(false);
    expect(await materials.read(residentId(1), materialId(1))).toEqual(aMaterial());
  });

  test("all of one person come in order of their ids, and nobody else's", async () => {
    const [one, two, ten] = [1, 2, 10].map((number) => aMaterial({ materialId: materialId(number) }));
    const other = aMaterial({ residentId: residentId(2), materialId: materialId(3) });
    const materials = await holding(...[ten, one, two, other].flatMap((material) => material ?? []));

    expect(await materials.ofResident(residentId(1))).toEqual([one, two, ten]);
    expect(await materials.ofResident(residentId(3))).toEqual([]);
  });

  test("the next version takes the place of the one before, and only of that", async () => {
    const materials = await holding(aMaterial());
    const second = aMaterial({ version: 2, state: "checking" });

    expect(await materials.replace(aMaterial({ version: 3, state: "accepted" }))).toBe(false);
    expect(await materials.replace(second)).toBe(true);
    expect(await materials.replace(second)).toBe(false);
    expect(await materials.read(residentId(1), materialId(1))).toEqual(second);
  });

  test("what isn't there can't be replaced", async () => {
    const materials = await make();

    expect(await materials.replace(aMaterial({ version: 2 }))).toBe(false);
  });

  test("of two who replace the same version one succeeds", async () => {
    const materials = await holding(aMaterial());

    const done = await Promise.all([
      materials.replace(aMaterial({ version: 2, state: "checking" })),
      materials.replace(aMaterial({ version: 2, state: "deleted" })),
    ]);

    expect([...done].sort()).toEqual([false, true]);
  });

  test("the calendar finds what is due by the day, page by page, and nothing that has no day any more", async () => {
    const shard = shardOf(residentId(1));
    const due = [
      aMaterial({ materialId: materialId(4), deleteOn: date("2024-07-02") }),
      aMaterial({ materialId: materialId(2), deleteOn: date("2024-07-03") }),
      aMaterial({ materialId: materialId(3), deleteOn: date("2024-07-03") }),
    ];
    const later = aMaterial({ materialId: materialId(5), deleteOn: date("2024-07-04") });
    const { deleteOn: _, ...cleared } = aMaterial({ materialId: materialId(6), state: "deleted" });
    const materials = await holding(...due, later, cleared);

    const pages = async () => {
      const first = await materials.due(shard, date("2024-07-03"), { limit: 2 });
      const second = await materials.due(shard, date("2024-07-03"), { limit: 2, cursor: first.cursor });
      return { entries: [...first.entries, ...second.entries], cursor: second.cursor };
    };

    // an index is a moment old
    await expect.poll(pages, { timeout: 5000 }).toEqual({ entries: due.map(placeOf), cursor: undefined });
    expect((await materials.due("31", date("2024-07-03"), { limit: 2 })).entries).toEqual([]);
  });
};
