import { describe, expect, test } from "vitest";
import { applyStep } from "#shared/domain/apply-step.ts";
import { date } from "#shared/domain/calendar.ts";
import type { RecordedStep, Review, ReviewStep } from "#shared/domain/review.ts";
import { aReview, aVerifier, recordedStep, submission, theResident } from "#test/support/a-review.ts";

const stepped = (review: Review, step: ReviewStep, more: Partial<RecordedStep> = {}): Review =>
  applyStep(review, { ...recordedStep({ ...review, version: review.version + 1 }, step, aVerifier), ...more });
const term = { startedOn: date("2024-07-03"), workingDays: 1, dueOn: date("2024-07-04"), provisional: false };

describe("the fold of a review's steps", () => {
  test("begins with what was submitted", () => {
    const review = aReview();

    expect(applyStep(undefined, recordedStep(review, submission(review), theResident))).toEqual(review);
  });

  test("takes no step out of turn", () => {
    const review = aReview();

    expect(() => stepped(review, { type: "released" })).toThrow("released does not lead from submitted");
    expect(() => stepped(review, { type: "assigned", lock: term }, { version: 3 })).toThrow("step 3 does not follow");
    expect(() => applyStep(undefined, recordedStep(review, { type: "withdrawn" }))).toThrow(
      "a review began with withdrawn",
    );
    expect(() => stepped(review, submission(review))).toThrow();
  });

  test("knows since when a review stands where it stands", () => {
    const taken = stepped(aReview(), { type: "assigned", lock: term }, { on: date("2024-07-03") });
    const reminded = stepped(taken, { type: "reminded" }, { on: date("2024-07-04") });

    expect(taken.since).toBe("2024-07-03");
    expect(reminded.since).toBe("2024-07-03");
    expect(reminded.reminded).toBe(true);
  });

  test("a contradiction is over when the source agrees, or when a second person lets the decision stand", () => {
    const upheld = aReview({ state: "upheld", corrects: true });
    const contradicted = stepped(upheld, { type: "contradicted-by-source", recordId: "record-7" });
    const proposed = stepped(contradicted, { type: "reopening-proposed", reason: "the source says otherwise" });

    expect(contradicted.contradicted).toBe(true);
    expect(stepped(contradicted, { type: "confirmed-by-source" })).toMatchObject({
      contradicted: false,
      corrects: false,
    });
    expect(stepped(proposed, { type: "reopening-refused", reason: "no" })).toMatchObject({
      state: "upheld",
      contradicted: false,
      corrects: true,
    });
  });
});
