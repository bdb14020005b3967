import type { Call } from "#shared/contract/endpoint.ts";
import type { decideReopeningEndpoint } from "#shared/contract/review-steps-of-office.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { applyChange, type RecordedChange } from "#shared/domain/dossier.ts";
import type { Review } from "#shared/domain/review.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Together } from "#shared/storage/reviews.ts";
import { answerForOffice } from "./answer-for-office.ts";
import { officeActing } from "./office-acting.ts";
import type { Reviewing } from "./reviewing.ts";
import { takeStep } from "./take-step.ts";

interface DecidingReopening extends Reviewing {
  readonly residents: Pick<Residents, "read">;
}

/** The second person's word on a reopening. A no also settles what the source says against the decision. */
export const decideReopening =
  (reviewing: DecidingReopening) =>
  async ({ params, body: { agree, reason }, caller }: Call<typeof decideReopeningEndpoint>): Promise<Reply> => {
    const { workingDays, rulesFor } = reviewing;
    const review = await takeStep(reviewing, params, {
      type: agree ? "reopening-agreed" : "reopening-refused",
      who: officeActing(caller),
      step: async (before, on, { subject }) =>
        agree
          ? {
              step: {
                type: "reopening-agreed",
                reason,
                term: workingDays.term(on, rulesFor(before.fact).workingDays.review),
              },
            }
          : {
              step: { type: "reopening-refused", reason },
              dossier: await correctedAnew(reviewing, before, { by: subject, on }),
            },
    });
    return { status: 200, body: answerForOffice(caller, review) };
  };

/** The same correction beside what the source says by now, which contradicts it no longer: somebody has looked at it. */
const correctedAnew = async (
  { residents, now }: DecidingReopening,
  { residentId, reviewId, contradicted }: Review,
  { by, on }: { readonly by: string; readonly on: CalendarDate },
): Promise<Together["dossier"]> => {
  if (!contradicted) return undefined;
  const dossier = await residents.read(residentId);
  if (!dossier) throw new Error("a review has no dossier");
  const correction = dossier.corrections.find((one) => one.reviewId === reviewId);
  // the source has come to say the same; the review hears of it on its own way
  if (!correction) return undefined;
  const { patch, evidence } = correction;
  const recorded: RecordedChange = {
    residentId,
    version: dossier.version + 1,
    change: { type: "fact-corrected", reviewId, patch, evidence },
    receivedAt: now(),
    receivedOn: on,
    by,
  };
  return { dossier: applyChange(dossier, recorded), recorded };
};
