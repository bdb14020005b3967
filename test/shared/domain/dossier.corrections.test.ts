import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { type Dossier, type DossierChange, factsOf } from "#shared/domain/dossier.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import { PensionRange } from "#shared/domain/facts.ts";
import { changesBetween } from "#shared/events/changes-between.ts";
import { following, registeredIn, residentId } from "#test/support/people.ts";

const registered = following(residentId(1), registeredIn("339901")).dossier;
const changedBy = (dossier: Dossier, ...changes: readonly DossierChange[]): Dossier =>
  changes.reduce((before, change) => following(before, change).dossier, dossier);

const range = (from: string, to: string) => PensionRange.parse({ from, to, province: "330000", kind: "employee" });
let records = 0;
const hrss = (...pension: readonly PensionRange[]): DossierChange => {
  records += 1;
  const facts = { skills: null, pension };
  return { type: "facts-reported", department: "hrss", recordId: `hrss-${records}`, sourceVersion: records, facts };
};
const police = (birthDate: string | null): DossierChange => {
  records += 1;
  const facts = { birthDate: birthDate === null ? null : date(birthDate), residence: null };
  return {
    type: "facts-reported",
    department: "public-security",
    recordId: `police-${records}`,
    sourceVersion: records,
    facts,
  };
};
const corrected = (patch: object, reviewId = "v-1"): DossierChange => ({
  type: "fact-corrected",
  reviewId,
  patch: FactPatch.parse(patch),
  evidence: [{ materialId: "e-1", sha256: "00" }],
});
const eventsOf = (before: Dossier, after: Dossier) => changesBetween(before, after).map(({ name }) => name);

describe("a corrected fact", () => {
  const missing = { fact: "pension", add: [range("2019-03", "2019-08")] };
  const before = changedBy(registered, hrss(range("2018-01", "2019-02")));
  const after = changedBy(before, corrected(missing));

  test("lies over what the department reports, and over what it goes on to report", () => {
    const later = changedBy(after, hrss(range("2018-01", "2019-02"), range("2024-01", "2024-06")));

    expect(factsOf(after).pension).toMatchObject([{ to: "2019-02" }, { from: "2019-03", to: "2019-08", id: "v-1" }]);
    expect(factsOf(later).pension).toMatchObject([{ to: "2019-02" }, { from: "2024-01" }, { from: "2019-03" }]);
    expect(later.conflicts).toEqual([]);
    expect(eventsOf(before, after)).toEqual(["fact-corrected"]);
  });

  test("is the department's own again once it reports the same", () => {
    const agreeing = changedBy(after, hrss(range("2018-01", "2019-08")));

    expect(agreeing.corrections).toEqual([]);
    expect(factsOf(agreeing).pension).toHaveLength(1);
    expect(eventsOf(after, agreeing)).toContain("correction-confirmed");
  });

  test("stands beside a report that says otherwise, until somebody decides", () => {
    const otherwise = changedBy(after, hrss(range("2018-01", "2019-05")));

    expect(factsOf(otherwise).pension).toMatchObject([{ to: "2019-05" }, { from: "2019-03", to: "2019-08" }]);
    expect(otherwise.conflicts).toMatchObject([
      { code: "source-contradicts-correction", fact: "pension", reviewId: "v-1" },
    ]);
    expect(eventsOf(after, otherwise)).toContain("correction-contradicted");
  });

  test("no longer contradicts once the department goes back, or the decision is taken anew", () => {
    const otherwise = changedBy(after, hrss(range("2018-01", "2019-05")));

    expect(changedBy(otherwise, hrss(range("2018-01", "2019-02"))).conflicts).toEqual([]);
    const anew = changedBy(otherwise, corrected(missing));
    expect(anew.conflicts).toEqual([]);
    expect(anew.corrections).toHaveLength(1);
    expect(changedBy(anew, hrss(range("2018-01", "2019-05"))).conflicts).toEqual([]);
  });

  test("is gone when the decision is taken back", () => {
    const withdrawn = changedBy(after, { type: "correction-withdrawn", reviewId: "v-1" });

    expect(factsOf(withdrawn)).toEqual(factsOf(before));
    expect(eventsOf(after, withdrawn)).toEqual(["correction-withdrawn"]);
  });

  test("of one department is none of another's business", () => {
    const reported = changedBy(after, police("1990-05-17"));

    expect(reported.corrections).toEqual(after.corrections);
    expect(reported.conflicts).toEqual([]);
  });

  test("two of one fact lie over each other", () => {
    const both = changedBy(after, corrected({ fact: "pension", add: [range("2020-01", "2020-01")] }, "v-2"));

    expect(factsOf(both).pension).toHaveLength(3);
  });

  test("a later one that takes back what an earlier one added stands as long as their source knows of neither", () => {
    const [added] = missing.add;
    const takenBack = changedBy(after, corrected({ fact: "pension", remove: [added] }, "v-2"));
    const reported = changedBy(takenBack, hrss(range("2018-01", "2019-02"), range("2024-01", "2024-06")));

    expect(factsOf(takenBack).pension).toMatchObject([{ to: "2019-02" }]);
    expect(reported.corrections).toHaveLength(2);
    expect(factsOf(reported).pension).toMatchObject([{ to: "2019-02" }, { from: "2024-01" }]);
  });

  test("what was removed stays removed while its source adds a month each month", () => {
    const wrong = changedBy(registered, hrss(range("2023-01", "2023-06")));
    const right = changedBy(wrong, corrected({ fact: "pension", remove: [range("2023-01", "2023-06")] }));
    const later = changedBy(right, hrss(range("2023-01", "2023-07")));

    expect(factsOf(later).pension).toMatchObject([{ from: "2023-07", to: "2023-07" }]);
    expect(later.conflicts).toEqual([]);
  });
});

describe("a birth date that contradicts the identity number", () => {
  const contradicting = changedBy(registered, police("1991-05-05"));

  test("counts once it was decided on, and its source may go on reporting it", () => {
    const decided = changedBy(contradicting, corrected({ fact: "birthDate", value: "1991-05-05" }));
    const again = changedBy(decided, police("1991-05-05"));

    expect(factsOf(contradicting).birthDate).toBeNull();
    expect(factsOf(decided).birthDate).toBe("1991-05-05");
    expect(decided.conflicts).toEqual([]);
    expect(factsOf(again).birthDate).toBe("1991-05-05");
    expect(again).toMatchObject({ corrections: [], conflicts: [] });
    expect(changedBy(again, police("1991-05-05")).conflicts).toEqual([]);
  });

  test("decided otherwise stays decided, whatever the source repeats, and a third date is a new conflict", () => {
    const decided = changedBy(contradicting, corrected({ fact: "birthDate", value: "1991-05-15" }));
    const repeated = changedBy(decided, police("1991-05-05"));
    const third = changedBy(decided, police("1992-05-05"));

    expect(repeated.conflicts).toEqual([]);
    expect(factsOf(repeated).birthDate).toBe("1991-05-15");
    expect(third.conflicts).toMatchObject([{ code: "source-contradicts-correction", fact: "birthDate" }]);
    expect(factsOf(third).birthDate).toBe("1991-05-15");
  });
});
