import { applyStep } from "#shared/domain/apply-step.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Dossier, Instant } from "#shared/domain/dossier.ts";
import type { RecordedStep, Review, ReviewStep } from "#shared/domain/review.ts";
import type { WorkingDays } from "#shared/domain/working-days.ts";
import { nextDayOf } from "#shared/procedure/next-day.ts";
import { messageFor } from "#shared/storage/message-for.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Reviews } from "#shared/storage/reviews.ts";
import type { Reaction } from "./reaction.ts";

interface FollowingCorrections {
  readonly residents: Pick<Residents, "read">;
  readonly reviews: Pick<Reviews, "ofResident" | "record">;
  readonly workingDays: WorkingDays;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
}

/**
 * Tells reviews what has become of their corrections: that the source says the same by now, or something else, which is
 * for a person to decide.
 */
export const followCorrections = ({ residents, reviews, workingDays, today, now }: FollowingCorrections): Reaction => ({
  concerns: ({ name }) => name === "correction-confirmed" || name === "correction-contradicted",

  react: async (residentId) => {
    // the reviews first: the dossier read after them knows all of their corrections
    const corrected = (await reviews.ofResident(residentId)).filter(({ corrects }) => corrects);
    if (corrected.length === 0) return;
    const dossier = await residents.read(residentId);
    if (!dossier) throw new Error("a fact was corrected of somebody without a dossier");
    for (const review of corrected) {
      const step = stepOf(review, dossier);
      if (!step) continue;
      const version = review.version + 1;
      const { reviewId } = review;
      const recorded: RecordedStep = { residentId, reviewId, version, step, by: system, at: now(), on: today() };
      const after = applyStep(review, recorded);
      const message = messageFor({
        residentId,
        kind: step.type === "confirmed-by-source" ? "correction-confirmed" : "correction-contradicted",
        parameters: { reviewId },
        occasion: `${reviewId}#${version}`,
        at: recorded.at,
        on: recorded.on,
      });
      const outcome = await reviews.record(after, recorded, {
        nextDay: nextDayOf(after, workingDays),
        messages: [message],
      });
      // whoever came in between has read the review before this: it is looked at once more
      if (outcome !== "recorded") throw new Error("a review was changed by others");
    }
  },
});

const system = { subject: "system", role: "system" } as const;

const stepOf = ({ reviewId, contradicted }: Review, { corrections, conflicts }: Dossier): ReviewStep | undefined => {
  if (!corrections.some((correction) => correction.reviewId === reviewId)) return { type: "confirmed-by-source" };
  const conflict = conflicts.find((one) => "reviewId" in one && one.reviewId === reviewId);
  return conflict && !contradicted ? { type: "contradicted-by-source", recordId: conflict.recordId } : undefined;
};
