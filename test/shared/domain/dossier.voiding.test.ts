import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { type Dossier, type DossierChange, factsOf } from "#shared/domain/dossier.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import { changesBetween } from "#shared/events/changes-between.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { area, following, registeredIn, residentId } from "#test/support/people.ts";

const changedBy = (dossier: Dossier, change: DossierChange) => following(dossier, change).dossier;
const eventsOf = (before: Dossier, after: Dossier) => changesBetween(before, after).map(({ name }) => name);

const range = (from: string, to: string) => ({ from, to, kind: "employee", province: area("330000") });
const corrected = (reviewId: string, from: string, to: string): DossierChange => ({
  type: "fact-corrected",
  reviewId,
  patch: FactPatch.parse({ fact: "pension", add: [range(from, to)] }),
  evidence: [],
});
const voided: DossierChange = {
  type: "facts-voided",
  findingId: "f-1",
  facts: [{ factId: "diploma-1", voidedOn: date("2024-05-01"), reason: "forged" }],
  reviewIds: ["v-1"],
};

const registered = following(residentId(1), registeredIn("339901")).dossier;
const diploma = { id: "diploma-1", level: "bachelor", verified: true, obtainedOn: date("2012-07-01") } as const;
const reported = changedBy(registered, {
  type: "facts-reported",
  department: "education",
  recordId: "record-1",
  sourceVersion: 1,
  facts: { education: [diploma] },
});
const before = [corrected("v-1", "2019-03", "2019-08"), corrected("v-2", "2020-01", "2020-02")].reduce(
  changedBy,
  reported,
);
const after = changedBy(before, voided);

describe("what a finding of forgery voids", () => {
  test("no longer counts from its day on", () => {
    expect(subjectOf(before).facts.papers.education.map(({ until }) => until)).not.toEqual(
      subjectOf(after).facts.papers.education.map(({ until }) => until),
    );
    expect(after.voidedFacts).toEqual([
      { factId: "diploma-1", voidedOn: "2024-05-01", reason: "forged", findingId: "f-1" },
    ]);
    expect(eventsOf(before, after)).toEqual(["facts-voided"]);
  });

  test("are the corrections too that rest on it, and no others", () => {
    expect(factsOf(after).pension).toMatchObject([{ from: "2020-01" }]);
    expect(after.setAside?.map(({ correction }) => correction.reviewId)).toEqual(["v-1"]);
  });

  test("counts again, in its old place, once the finding is overturned", () => {
    const overturned = changedBy(after, { type: "voiding-withdrawn", findingId: "f-1" });

    expect(factsOf(overturned)).toEqual(factsOf(before));
    expect(overturned.corrections).toEqual(before.corrections);
    expect(subjectOf(overturned)).toEqual(subjectOf(before));
    expect(eventsOf(after, overturned)).toEqual(["voiding-withdrawn"]);
  });

  test("stays void under another finding", () => {
    const twice = changedBy(after, { ...voided, findingId: "f-2", reviewIds: [] });
    const overturned = changedBy(twice, { type: "voiding-withdrawn", findingId: "f-1" });

    expect(overturned.voidedFacts.map(({ findingId }) => findingId)).toEqual(["f-2"]);
    expect(factsOf(overturned)).toEqual(factsOf(before));
  });
});
