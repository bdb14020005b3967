import type { ReviewAnswer, ReviewCase } from "#shared/contract/review-answer.ts";
import type { Review } from "#shared/domain/review.ts";
import { waitingOf } from "#shared/domain/review-waiting.ts";

/** A review with all that was said and handed in. */
export const reviewAnswer = (review: Review): ReviewAnswer => ({
  ...shared(review),
  statement: review.statement,
  proposal: review.proposal,
  materials: review.materials,
  asked: review.asked ?? [],
  decision: review.decision ? { reason: review.decision.reason, patches: review.decision.patches } : null,
});

/** How it goes, and nothing of what it is about. */
export const reviewCase = (review: Review): ReviewCase => ({ ...shared(review), caseOnly: true });

const shared = (review: Review) => {
  const { reviewId, residentId, version, kind, line, fact, deciders, area, filedBy, filedAt, state, since } = review;
  const { term, lock, round, appealed, opinions, escalated, contradicted, corrects, decision } = review;
  const waiting = waitingOf(review);
  return {
    ...{ reviewId, residentId, version, kind, line, fact, deciders, area, filedAt, state, since },
    filedBy: filedBy.role,
    waitsFor: { for: waiting.for, department: "department" in waiting ? waiting.department : null },
    term: term ?? null,
    inHand: lock ? { department: lock.department, until: lock.term.dueOn } : null,
    ...{ round, appealed, contradicted, corrects },
    spoken: opinions.map(({ department }) => department),
    overdue: escalated,
    decided: decision ? { outcome: decision.outcome, clause: decision.clause, on: decision.on } : null,
  };
};
