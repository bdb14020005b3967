import type { Call } from "#shared/contract/endpoint.ts";
import type { appealReviewEndpoint } from "#shared/contract/review-steps-of-person.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Materials } from "#shared/storage/materials.ts";
import { handedIn } from "./handed-in.ts";
import { personActing } from "./person-acting.ts";
import { reviewAnswer } from "./review-answer.ts";
import type { ReviewingPerson } from "./reviewing.ts";
import { takeStep } from "./take-step.ts";

interface Appealing extends ReviewingPerson {
  readonly materials: Pick<Materials, "ofResident">;
}

/** 申诉: once, to somebody who has not decided before. */
export const appealReview =
  (reviewing: Appealing) =>
  async ({ params, body, caller }: Call<typeof appealReviewEndpoint>): Promise<Reply> => {
    const { residentId } = params;
    const { onBehalf, reason } = body;
    const { residents, materials, rulesFor, workingDays } = reviewing;
    const review = await takeStep(reviewing, params, {
      type: "appealed",
      who: async (_, on) => (await personActing(residents, { caller, residentId, onBehalf }, on)).who,
      step: async ({ fact }, on) => ({
        step: {
          type: "appealed",
          reason,
          materials: await handedIn(materials, residentId, body.materials, on),
          term: workingDays.term(on, rulesFor(fact).workingDays.review),
        },
      }),
    });
    return { status: 200, body: reviewAnswer(review) };
  };
