import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { exactPoints } from "#shared/domain/points.ts";
import type { TieBreak } from "#shared/domain/programme.ts";
import { decidingTieBreaks, lotOf, tieBreakValues } from "#shared/ranking/tie-break-values.ts";
import { applicationNumber, frozenScore } from "../../support/an-application.ts";

const own = { applicationNumber: applicationNumber(7), appliedAt: "2024-05-07T02:00:00.000Z" };
const valuesBy = (tieBreaks: readonly TieBreak[], frozen = frozenScore(), allTiedIn = true) =>
  tieBreakValues({ tieBreaks: [...tieBreaks], allTiedIn }, "03-07-12", own, frozen);

describe("the value of a tie-break is the smaller, the better:", () => {
  test("the points of a line, of which there are none where the score has no such line", () => {
    const age = { by: "indicator", layer: "province", code: "age" } as const;
    const frozen = frozenScore({ lines: [{ layer: "province", code: "age", points: exactPoints(7.5) }] });

    expect(valuesBy([age], frozen)).toEqual([-750]);
    expect(
      valuesBy(
        [
          { ...age, layer: "city" },
          { ...age, code: "skill" },
        ],
        frozen,
      ),
    ).toEqual([0, 0]);
  });

  test("the day of registration, after all of which comes who has none", () => {
    const [early = "", late = "", none = ""] = [{}, { registeredOn: "2024-05-02" }, { registeredOn: null }].flatMap(
      (differing) => valuesBy([{ by: "registered-earlier" }], frozenScore(differing as object)),
    );

    expect(early < late && late < none).toBe(true);
  });

  test("the moment of applying", () => {
    expect(valuesBy([{ by: "applied-earlier" }])).toEqual([own.appliedAt]);
  });

  test("a lot that anyone can draw again from what is published", () => {
    const drawn = createHash("sha256").update("03-07-12:A-0000-0000-0000-0007", "utf8").digest("hex");

    expect(valuesBy([{ by: "lot" }])).toEqual([drawn]);
    expect(lotOf("03-07-13", own.applicationNumber)).not.toBe(drawn);
  });
});

describe("a lot decides in the end", () => {
  test("what no tie-break of the terms does", () => {
    expect(decidingTieBreaks({ tieBreaks: [{ by: "applied-earlier" }], allTiedIn: false })).toEqual([
      { by: "applied-earlier" },
      { by: "lot" },
    ]);
    expect(valuesBy([], frozenScore(), false)).toEqual([lotOf("03-07-12", own.applicationNumber)]);
  });

  test("but not once more, and not where all who tie get in", () => {
    expect(decidingTieBreaks({ tieBreaks: [{ by: "lot" }], allTiedIn: false })).toHaveLength(1);
    expect(decidingTieBreaks({ tieBreaks: [], allTiedIn: true })).toEqual([]);
  });
});
