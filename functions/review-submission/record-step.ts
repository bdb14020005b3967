import { applyStep } from "#shared/domain/apply-step.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { RecordedStep, Review, ReviewId, ReviewStep } from "#shared/domain/review.ts";
import type { Acting } from "#shared/domain/review-conditions.ts";
import { letterOf } from "#shared/domain/review-letter.ts";
import { nextDayOf } from "#shared/procedure/next-day.ts";
import type { StepRecorded, Together } from "#shared/storage/reviews.ts";
import { letterNames } from "./letter-names.ts";
import type { Reviewing } from "./reviewing.ts";
import { toldOf } from "./told-of.ts";

export interface Stepping {
  readonly residentId: ResidentId;
  readonly reviewId: ReviewId;
  /** Absent before the first step. */
  readonly before: Review | undefined;
  readonly step: ReviewStep;
  readonly who: Acting;
  readonly on: CalendarDate;
  readonly dossier?: Together["dossier"];
}

/** Writes one step with all that goes with it: message, letter, correction and the day on which the calendar acts next. */
export const recordStep = async (
  { reviews, workingDays, standards, now }: Reviewing,
  { residentId, reviewId, before, step, who, on, dossier }: Stepping,
): Promise<{ readonly review: Review; readonly outcome: StepRecorded }> => {
  const { subject, role, department } = who;
  const by = { subject, role, ...(department && { department }) };
  const version = (before?.version ?? 0) + 1;
  const recorded: RecordedStep = { reviewId, residentId, version, step, by, at: now(), on };
  const review = applyStep(before, recorded);
  const letter = letterOf(review, recorded, letterNames(standards, review, on));
  const outcome = await reviews.record(review, recorded, {
    nextDay: nextDayOf(review, workingDays),
    dossier,
    messages: toldOf(review, recorded),
    letters: letter ? [letter] : [],
  });
  return { review, outcome };
};
