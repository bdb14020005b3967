import type { CalendarDate } from "#shared/domain/calendar.ts";
import { mayTake } from "#shared/domain/may-take.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Review, ReviewId, ReviewStep, ReviewStepType } from "#shared/domain/review.ts";
import type { Acting } from "#shared/domain/review-conditions.ts";
import type { Together } from "#shared/storage/reviews.ts";
import { recordStep } from "./record-step.ts";
import type { Reviewing } from "./reviewing.ts";

interface Place {
  readonly residentId: ResidentId;
  readonly reviewId: ReviewId;
}

interface Intended {
  /** In which part the caller acts, if they may know of the review at all. */
  readonly who: (review: Review, on: CalendarDate) => Acting | Promise<Acting>;
  /** What the machine is asked; the step made may be another of the same conditions. */
  readonly type: ReviewStepType;
  readonly step: (review: Review, on: CalendarDate, who: Acting) => StepMade | Promise<StepMade>;
}

export interface StepMade {
  readonly step: ReviewStep;
  readonly dossier?: Together["dossier"];
}

/**
 * Takes one step of a review: as it stands → may they → what it is → all or nothing; overtaken: once more from the start.
 * @throws Refusal review-unknown, review-line-open, review-busy, those of `mayTake` and of the step itself
 */
export const takeStep = async (
  reviewing: Reviewing,
  { residentId, reviewId }: Place,
  intended: Intended,
): Promise<Review> => {
  const on = reviewing.today();
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const before = await reviewing.reviews.read(residentId, reviewId);
    if (!before) throw new Refusal("review-unknown", { reviewId });
    const who = await intended.who(before, on);
    mayTake(before, intended.type, who, on);
    const made = await intended.step(before, on, who);
    const { review, outcome } = await recordStep(reviewing, { residentId, reviewId, before, who, on, ...made });
    if (outcome === "recorded") return review;
    if (outcome === "line-open") throw new Refusal("review-line-open", {});
  }
  throw new Refusal("review-busy", {});
};

const mostAttempts = 10;
