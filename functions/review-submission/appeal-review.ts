import { personActing } from "#shared/access/person-acting.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { appealReviewEndpoint } from "#shared/contract/review-steps-of-person.ts";
import type { Reply } from "#shared/http/answer.ts";
import { handedIn } from "#shared/storage/handed-in.ts";
import type { Materials } from "#shared/storage/materials.ts";
import { requireRoom } from "./require-room.ts";
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
    const { who } = await personActing(residents, { caller, residentId, onBehalf }, reviewing.today());
    const review = await takeStep(reviewing, params, {
      type: "appealed",
      who: () => who,
      step: async (before, on) => {
        requireRoom(before, { materials: body.materials });
        const handed = await handedIn(materials, residentId, body.materials, on);
        const term = workingDays.term(on, rulesFor(before.fact).workingDays.review);
        return { step: { type: "appealed", reason, materials: handed, term } };
      },
    });
    return { status: 200, body: reviewAnswer(review) };
  };
