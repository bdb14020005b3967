import { personActing } from "#shared/access/person-acting.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { withdrawReviewEndpoint } from "#shared/contract/review-steps-of-person.ts";
import type { Reply } from "#shared/http/answer.ts";
import { reviewAnswer } from "./review-answer.ts";
import type { ReviewingPerson } from "./reviewing.ts";
import { takeStep } from "./take-step.ts";

/** 撤回: ends a review undecided. */
export const withdrawReview =
  (reviewing: ReviewingPerson) =>
  async ({ params, body, caller }: Call<typeof withdrawReviewEndpoint>): Promise<Reply> => {
    const { residentId } = params;
    const { onBehalf, reason } = body;
    const { who } = await personActing(reviewing.residents, { caller, residentId, onBehalf }, reviewing.today());
    const review = await takeStep(reviewing, params, {
      type: "withdrawn",
      who: () => who,
      step: () => ({ step: { type: "withdrawn", ...(reason !== undefined && { reason }) } }),
    });
    return { status: 200, body: reviewAnswer(review) };
  };
