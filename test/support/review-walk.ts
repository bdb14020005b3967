import { applyStep } from "#shared/domain/apply-step.ts";
import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import { jointDecision } from "#shared/domain/joint-decision.ts";
import { mayTake } from "#shared/domain/may-take.ts";
import type { Opinion, Review, ReviewOutcome, ReviewStep, ReviewStepType } from "#shared/domain/review.ts";
import type { Acting } from "#shared/domain/review-conditions.ts";
import type { WorkingDays } from "#shared/domain/working-days.ts";
import { reviewId } from "./a-review.ts";
import { area, residentId } from "./people.ts";
import { decidersOf, type ReviewModel } from "./review-model.ts";

/** The review as the machine has it, and the calendar it lives in. */
export interface ReviewWalk {
  review: Review | undefined;
  workingDays: WorkingDays;
}

const months = (to: string) =>
  FactPatch.parse({ fact: "pension", add: [{ from: "2019-03", to, province: "330000", kind: "employee" }] });
export const proposal = months("2019-08");

/** The step as a use case would make it. */
export const stepOf = (
  type: ReviewStepType,
  { review, workingDays }: ReviewWalk,
  { rule, today }: ReviewModel,
  { subject, department }: Acting,
  outcome: ReviewOutcome,
): ReviewStep => {
  const term = (days: number) => workingDays.term(today, days);
  switch (type) {
    case "submitted":
      return {
        type,
        kind: "review",
        line: { layer: "province", code: "social-insurance" },
        fact: "pension",
        deciders: decidersOf(rule),
        rule,
        area: area("339901"),
        statement: "months are missing",
        proposal,
        materials: [{ code: "payment-record", materialId: "e-1", state: "handed-in" }],
        term: term(5),
      };
    case "joined":
      return { type, statement: "more are missing", proposal: months("2019-09"), materials: [] };
    case "assigned":
      return { type, lock: term(1) };
    case "material-asked":
      return { type, items: [{ code: "payment-record", reason: "blurred" }], term: term(10), pausedWorkingDays: 3 };
    case "material-handed-in":
      return { type, materials: [], term: term(review?.pausedWorkingDays ?? 1) };
    case "opinion-given":
    case "decided": {
      if (!review || !department) throw new Error("nobody decides on nothing");
      const reasons = { reason: "it is so", clause: "三(二)" };
      const patch = outcome === "upheld" ? proposal : outcome === "partly-upheld" ? months("2019-04") : undefined;
      const opinion: Opinion = { department, outcome, ...reasons, ...(patch && { patch }), by: subject, on: today };
      const decision = jointDecision(review, [...review.opinions, opinion], today);
      return decision ? { type: "decided", opinion, decision } : { type: "opinion-given", opinion };
    }
    case "lapsed":
      return review?.begunBy === "office" ? { type, term: term(review.pausedWorkingDays ?? 1) } : { type };
    case "appealed":
      return { type, reason: "not so", materials: [], term: term(5) };
    case "reopening-agreed":
      return { type, reason: "it was wrong", term: term(5) };
    case "reopening-proposed":
    case "reopening-refused":
      return { type, reason: "it was wrong" };
    case "term-fixed":
      return { type, term: review?.term ? workingDays.fixed(review.term) : term(5) };
    case "contradicted-by-source":
      return { type, recordId: "record-1" };
    case "released":
    case "withdrawn":
    case "reminded":
    case "escalated":
    case "confirmed-by-source":
    case "contradiction-over":
      return { type };
  }
};

/** Asks for leave and takes the step; the guard's no is thrown. */
export const taken = (walk: ReviewWalk, step: ReviewStep, who: Acting, on: CalendarDate): Review => {
  mayTake(walk.review, step.type, who, on);
  const { subject, role, department } = who;
  return applyStep(walk.review, {
    reviewId: reviewId(1),
    residentId: residentId(1),
    version: (walk.review?.version ?? 0) + 1,
    step,
    by: { subject, role, ...(department && { department }) },
    at: "2026-12-01T00:00:00.000Z",
    on,
  });
};

export const dayLater = (day: CalendarDate): CalendarDate => dateOf(dayAfter(dayOf(day)));
