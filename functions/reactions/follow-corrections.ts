import { applyStep } from "#shared/domain/apply-step.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Dossier, Instant } from "#shared/domain/dossier.ts";
import { mayTake } from "#shared/domain/may-take.ts";
import type { Message } from "#shared/domain/message.ts";
import type { RecordedStep, Review, ReviewStep } from "#shared/domain/review.ts";
import type { WorkingDays } from "#shared/domain/working-days.ts";
import type { DossierEvent } from "#shared/events/dossier-event.ts";
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
 * for a person to decide, or no longer something else.
 */
export const followCorrections = ({ residents, reviews, workingDays, today, now }: FollowingCorrections): Reaction => ({
  concerns: ({ name }) => concerning.has(name),

  react: async (residentId) => {
    // the reviews first: the dossier read after them knows all of their corrections
    const corrected = (await reviews.ofResident(residentId)).filter(({ corrects }) => corrects);
    if (corrected.length === 0) return;
    const dossier = await residents.read(residentId);
    if (!dossier) throw new Error("a fact was corrected of somebody without a dossier");
    for (const review of corrected) {
      const step = stepOf(review, dossier);
      if (!step) continue;
      mayTake(review, step.type, system, today());
      const version = review.version + 1;
      const { reviewId } = review;
      const recorded: RecordedStep = { residentId, reviewId, version, step, by: system, at: now(), on: today() };
      const after = applyStep(review, recorded);
      const outcome = await reviews.record(after, recorded, {
        nextDay: nextDayOf(after, workingDays),
        messages: toldOf(recorded),
      });
      // whoever came in between has read the review before this: it is looked at once more
      if (outcome !== "recorded") throw new Error("a review was changed by others");
    }
  },
});

const concerning: ReadonlySet<string> = new Set<DossierEvent["name"]>([
  "correction-confirmed",
  "correction-contradicted",
  "correction-uncontested",
]);

const system = { subject: "system", role: "system" } as const;

const stepOf = ({ reviewId, contradicted }: Review, { corrections, conflicts }: Dossier): ReviewStep | undefined => {
  if (!corrections.some((correction) => correction.reviewId === reviewId)) return { type: "confirmed-by-source" };
  const conflict = conflicts.find((one) => "reviewId" in one && one.reviewId === reviewId);
  if (contradicted) return conflict ? undefined : { type: "contradiction-over" };
  return conflict && { type: "contradicted-by-source", recordId: conflict.recordId };
};

/** That a contradiction is over changes nothing for the person. */
const toldOf = ({ residentId, reviewId, version, step, at, on }: RecordedStep): readonly Message[] => {
  if (step.type === "contradiction-over") return [];
  const kind = step.type === "confirmed-by-source" ? "correction-confirmed" : "correction-contradicted";
  return [messageFor({ residentId, kind, parameters: { reviewId }, occasion: `${reviewId}#${version}`, at, on })];
};
