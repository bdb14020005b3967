import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { Opinion, ReviewStep } from "#shared/domain/review.ts";
import { letterOf } from "#shared/domain/review-letter.ts";
import { aReview, recordedStep, submission } from "../../support/a-review.ts";

const names = {
  line: { zh: "社保缴纳", en: "Social insurance" },
  material: (code: string) => ({ zh: `材料 ${code}`, en: `material ${code}` }),
};
const term = { startedOn: date("2024-07-01"), workingDays: 10, dueOn: date("2024-07-15"), provisional: false };
const opinion: Opinion = {
  department: "hrss",
  outcome: "rejected",
  reason: "the employer did not pay",
  clause: "三(二)",
  by: "verifier-1",
  on: date("2024-07-01"),
};
const decided = (outcome: Opinion["outcome"]): ReviewStep => {
  const { reason, clause } = opinion;
  const decision = { outcome, reason, clause, patches: [], by: ["verifier-1"], on: opinion.on };
  return { type: "decided", opinion: { ...opinion, outcome }, decision };
};
const letterFor = (step: ReviewStep, review = aReview()) => letterOf(review, recordedStep(review, step), names);

describe("a letter of a review", () => {
  test("acknowledges a submission: the line, who decides, until when", () => {
    const review = aReview();

    expect(letterFor(submission(review), review)).toEqual({
      letterId: "l-00000000000000000000000001-1",
      residentId: review.residentId,
      template: 1,
      issuedAt: "2024-07-01T02:00:00.000Z",
      issuedOn: "2024-07-01",
      issuedBy: "resident-1",
      content: {
        kind: "acceptance-receipt",
        reviewId: review.reviewId,
        reviewKind: "review",
        round: 1,
        line: { layer: "province", code: "social-insurance" },
        lineName: names.line,
        filedBy: "resident",
        appeal: false,
        deciders: ["hrss"],
        materials: 0,
        term: review.term,
      },
    });
  });

  test("acknowledges an appeal as one", () => {
    const review = aReview({ version: 5, round: 2, appealed: true });

    const letter = letterFor({ type: "appealed", reason: "I have a receipt", materials: [], term }, review);

    expect(letter).toMatchObject({ content: { kind: "acceptance-receipt", appeal: true, round: 2, term } });
  });

  test.each([
    ["person", true],
    ["office", false],
  ] as const)("asks for material by its name, with the reason; begun by the %s it lapses: %s", (begunBy, lapses) => {
    const review = aReview({ version: 3, state: "material-asked", begunBy });
    const items = [{ code: "contribution-record", reason: "not legible" }];

    const letter = letterFor({ type: "material-asked", items, term, pausedWorkingDays: 3 }, review);

    expect(letter?.content).toMatchObject({
      kind: "material-asked",
      items: [{ name: names.material("contribution-record"), reason: "not legible" }],
      term,
      lapses,
    });
  });

  test.each([
    ["rejected", false, true],
    ["partly-upheld", false, true],
    ["upheld", false, false],
    ["rejected", true, false],
  ] as const)("tells that a review is %s; appealed before: %s, may be appealed: %s", (outcome, appealed, mayAppeal) => {
    const letter = letterFor(decided(outcome), aReview({ version: 4, state: outcome, appealed }));

    expect(letter?.content).toMatchObject({
      kind: "decision",
      outcome,
      reason: "the employer did not pay",
      clause: "三(二)",
      departments: ["hrss"],
      mayAppeal,
      begunBy: "person",
    });
  });

  test("names every department that has spoken, once", () => {
    const opinions: readonly Opinion[] = [{ ...opinion, department: "education" }, opinion];

    const letter = letterFor(decided("rejected"), aReview({ version: 4, state: "rejected", opinions }));

    expect(letter?.content).toMatchObject({ departments: ["education", "hrss"] });
  });

  test("tells nothing of what the person wrote", () => {
    const review = aReview({ statement: "my own words" });

    expect(JSON.stringify(letterFor(submission(review), review))).not.toContain("my own words");
  });
});

test("the same step makes the same letter, another step another", () => {
  const idOf = (version: number) => letterFor(decided("upheld"), aReview({ version }))?.letterId;

  expect(idOf(4)).toBe(idOf(4));
  expect(idOf(4)).not.toBe(idOf(5));
});

test.each<ReviewStep>([
  { type: "assigned", lock: term },
  { type: "released" },
  { type: "joined", statement: "", proposal: aReview().proposal, materials: [] },
  { type: "opinion-given", opinion },
  { type: "withdrawn" },
  { type: "lapsed" },
  { type: "reminded" },
  { type: "confirmed-by-source" },
])("$type makes no letter", (step) => {
  expect(letterFor(step, aReview({ version: 2 }))).toBeUndefined();
});

test("a decision says who brought its round about", () => {
  const review = aReview({ version: 9, round: 2, state: "rejected", begunBy: "office" });

  expect(letterFor(decided("rejected"), review)?.content).toMatchObject({ kind: "decision", begunBy: "office" });
});
