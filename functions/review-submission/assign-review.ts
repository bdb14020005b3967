import type { Call } from "#shared/contract/endpoint.ts";
import type { assignReviewEndpoint } from "#shared/contract/review-steps-of-office.ts";
import type { Reply } from "#shared/http/answer.ts";
import { officeActing } from "./office-acting.ts";
import { reviewAnswer } from "./review-answer.ts";
import type { Reviewing } from "./reviewing.ts";
import { takeStep } from "./take-step.ts";

/** 领办: one person has it to themself until the end of their term. */
export const assignReview =
  (reviewing: Reviewing) =>
  async ({ params, caller }: Call<typeof assignReviewEndpoint>): Promise<Reply> => {
    const { workingDays, rulesFor } = reviewing;
    const review = await takeStep(reviewing, params, {
      type: "assigned",
      who: officeActing(caller),
      step: ({ fact }, on) => ({
        step: { type: "assigned", lock: workingDays.term(on, rulesFor(fact).workingDays.lock) },
      }),
    });
    return { status: 200, body: reviewAnswer(review) };
  };
