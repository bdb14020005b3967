import { expect, test } from "vitest";
import { programmeFaults } from "#shared/domain/programme-faults.ts";
import { someTerms } from "#test/support/a-programme.ts";

const window = { opensOn: "2024-05-06", closesOn: "2024-05-24", cutOffOn: "2024-05-31" };
const tier = (code: string, from: number) => ({ code, name: { zh: code, en: code }, from, places: 1 });
const offer = (code: string) => ({ code, name: { zh: code, en: code }, places: 1 });
const indicator = { by: "indicator", layer: "province", code: "age" };

const lawful: readonly [says: string, differing: Parameters<typeof someTerms>[0]][] = [
  ["as they are", {}],
  ["a window of one day", { window: { ...window, opensOn: "2024-05-24" } }],
  ["a cut-off on the day after it", { window: { ...window, cutOffOn: "2024-05-25" } }],
  ["the score of the cut-off", { scoreAsOf: "2024-05-31" }],
  ["a second round", { secondRound: { opensOn: "2024-06-01", closesOn: "2024-06-02", cutOffOn: "2024-06-03" } }],
  ["tiers from the highest on, the last at the threshold", { tiers: [tier("a", 80), tier("b", 50)], threshold: 50 }],
  ["all who tie get in", { allTiedIn: true, tieBreaks: [indicator] }],
  ["two indicators", { tieBreaks: [indicator, { ...indicator, code: "skill" }] }],
  ["for the applicant", { beneficiary: "applicant", childBorn: undefined }],
];

test.each(lawful)("terms hold together: %s", (_, differing) => {
  expect(programmeFaults(someTerms(differing))).toEqual([]);
});

const faulty: readonly [field: string, differing: Parameters<typeof someTerms>[0]][] = [
  ["window.closesOn", { window: { ...window, opensOn: "2024-05-25" } }],
  ["window.cutOffOn", { window: { ...window, cutOffOn: "2024-05-24" } }],
  ["scoreAsOf", { scoreAsOf: "2024-06-01" }],
  ["secondRound.opensOn", { secondRound: { opensOn: "2024-05-31", closesOn: "2024-06-02", cutOffOn: "2024-06-03" } }],
  ["secondRound.cutOffOn", { secondRound: { opensOn: "2024-06-01", closesOn: "2024-06-02", cutOffOn: "2024-06-02" } }],
  ["childBorn", { beneficiary: "family" }],
  ["childBorn", { childBorn: undefined }],
  ["childBorn.through", { childBorn: { from: "2018-08-31", through: "2017-09-01" } }],
  ["points", { beneficiary: "applicant", points: "better-parent", childBorn: undefined }],
  ["offers[1].code", { offers: [offer("east"), offer("east")] }],
  ["tiers[0].code", { tiers: [tier("east", 80)] }],
  ["wishes", { wishes: 3 }],
  ["tiers[1].from", { tiers: [tier("a", 50), tier("b", 50)] }],
  ["tiers[0].from", { tiers: [tier("a", 50)], threshold: 60 }],
  ["tieBreaks[1]", { tieBreaks: [indicator, indicator] }],
  ["tieBreaks[0]", { tieBreaks: [{ by: "lot" }, indicator] }],
  ["allTiedIn", { allTiedIn: true, tieBreaks: [{ by: "lot" }] }],
];

test.each(faulty)("%s is what is wrong, and told how to be right", (field, differing) => {
  const faults = programmeFaults(someTerms(differing));

  expect(faults.map((fault) => fault.field)).toEqual([field]);
  expect(faults[0]?.detail).toMatch(/^must /);
});

test("every fault is told at once", () => {
  const terms = someTerms({ wishes: 9, scoreAsOf: "2025-01-01", window: { ...window, cutOffOn: "2024-05-01" } });

  expect(programmeFaults(terms).map(({ field }) => field)).toEqual(["window.cutOffOn", "scoreAsOf", "wishes"]);
});
