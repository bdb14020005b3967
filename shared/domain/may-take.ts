import type { CalendarDate } from "./calendar.ts";
import { machineGuard } from "./machine-guard.ts";
import type { Review, ReviewStepType } from "./review.ts";
import { type Acting, reviewConditions } from "./review-conditions.ts";
import { reviewMachine } from "./review-machine.ts";

/**
 * Whether this one may take the step now; what the step holds is looked at elsewhere.
 * @throws Refusal role-not-allowed, step-not-allowed and those of the conditions
 * @throws Error when the system takes a step before its time
 */
export const mayTake = (review: Review | undefined, step: ReviewStepType, who: Acting, on: CalendarDate): void => {
  guard(review?.state ?? "none", step, who.role);
  if (review) for (const condition of reviewMachine[step].needs) reviewConditions[condition](review, who, on);
};

const guard = machineGuard(reviewMachine);
