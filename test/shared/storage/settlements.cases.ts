import { describe, expect, test } from "vitest";
import { ProgrammeId } from "#shared/domain/programme.ts";
import type { SettlementProgress } from "#shared/domain/settlement.ts";
import type { Settlements } from "#shared/storage/settlements.ts";

const programmeId = ProgrammeId.parse(`p-${"1".padStart(26, "0")}`);

/** What every place of settlements has to do. */
export const settlementsCases = (make: () => Promise<Settlements>): void => {
  test("of what nobody has worked there is no progress", async () => {
    const settlements = await make();

    expect(await settlements.readPart(aPage())).toBeUndefined();
    expect(await settlements.readParts(programmeId, 1)).toEqual([]);
  });

  test("the parts of a run are read together, and none of another run", async () => {
    const settlements = await make();
    for (const part of ["01", "00"]) await settlements.savePart(aPage({ part }));
    await settlements.savePart(aPage({ run: 2 }));

    expect(await settlements.readParts(programmeId, 1)).toEqual([aPage({ part: "00" }), aPage({ part: "01" })]);
    expect(await settlements.readPart(aPage({ part: "01" }))).toEqual(aPage({ part: "01" }));
  });

  describe("the progress of a part", () => {
    test("goes from page to page", async () => {
      const settlements = await make();
      const last = aPage({ page: 2, cursor: null, done: true });

      const saved = [await settlements.savePart(aPage()), await settlements.savePart(last)];

      expect(saved).toEqual([true, true]);
      expect(await settlements.readPart(aPage())).toEqual(last);
    });

    test.each([
      ["again by another worker", 2],
      ["after an earlier page than the last", 1],
      ["before the page that comes first", 4],
    ])("is not saved %s", async (_, page) => {
      const settlements = await make();
      await settlements.savePart(aPage());
      await settlements.savePart(aPage({ page: 2 }));

      expect(await settlements.savePart(aPage({ page, worker: "another" }))).toBe(false);

      expect(await settlements.readPart(aPage())).toEqual(aPage({ page: 2 }));
    });

    test("counts as saved when it arrives from its worker a second time", async () => {
      const settlements = await make();

      const saved = [await settlements.savePart(aPage()), await settlements.savePart(aPage())];

      expect(saved).toEqual([true, true]);
    });

    test("is saved by one of several workers at once", async () => {
      const settlements = await make();

      const saved = await Promise.all(["one", "two", "three"].map((worker) => settlements.savePart(aPage({ worker }))));

      expect(saved.filter(Boolean)).toHaveLength(1);
    });
  });
};

const aPage = (differing: Partial<SettlementProgress> = {}): SettlementProgress => ({
  programmeId,
  run: 1,
  phase: "freeze",
  part: "00",
  page: 1,
  worker: "one",
  cursor: "somewhere",
  done: false,
  counts: { frozen: 3 },
  ...differing,
});
