import type { CalendarDate } from "./calendar.ts";
import { Refusal } from "./refusal.ts";
import type { Review, ReviewStepType } from "./review.ts";
import { type Acting, reviewConditions } from "./review-conditions.ts";
import { reviewMachine, stepsFrom } from "./review-machine.ts";

/**
 * Whether this one may take the step now; what the step holds is looked at elsewhere.
 * @throws Refusal role-not-allowed, review-step-not-allowed and those of the conditions
 * @throws Error when the system takes a step before its time
 */
export const mayTake = (review: Review | undefined, step: ReviewStepType, who: Acting, on: CalendarDate): void => {
  const { from, by, needs } = reviewMachine[step];
  const state = review?.state ?? "none";
  if (!by.includes(who.role)) throw new Refusal("role-not-allowed", { roles: [who.role], needed: by });
  if (!from.includes(state)) {
    throw new Refusal("review-step-not-allowed", { state, step, allowed: stepsFrom(state, who.role) });
  }
  if (review) for (const condition of needs) reviewConditions[condition](review, who, on);
};
