import type { Call } from "#shared/contract/endpoint.ts";
import type { releaseReviewEndpoint } from "#shared/contract/review-steps-of-office.ts";
import type { Reply } from "#shared/http/answer.ts";
import { officeActing } from "./office-acting.ts";
import { reviewAnswer } from "./review-answer.ts";
import type { Reviewing } from "./reviewing.ts";
import { takeStep } from "./take-step.ts";

/** Gives a review back, for somebody else to take. */
export const releaseReview =
  (reviewing: Reviewing) =>
  async ({ params, caller }: Call<typeof releaseReviewEndpoint>): Promise<Reply> => {
    const review = await takeStep(reviewing, params, {
      type: "released",
      who: officeActing(caller),
      step: () => ({ step: { type: "released" } }),
    });
    return { status: 200, body: reviewAnswer(review) };
  };
