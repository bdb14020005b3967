import type { Call } from "#shared/contract/endpoint.ts";
import type { proposeReopeningEndpoint } from "#shared/contract/review-steps-of-office.ts";
import type { Reply } from "#shared/http/answer.ts";
import { answerForOffice } from "./answer-for-office.ts";
import { officeActing } from "./office-acting.ts";
import type { Reviewing } from "./reviewing.ts";
import { takeStep } from "./take-step.ts";

/** 依职权纠正: nothing happens before a second person agrees. */
export const proposeReopening =
  (reviewing: Reviewing) =>
  async ({ params, body: { reason }, caller }: Call<typeof proposeReopeningEndpoint>): Promise<Reply> => {
    const review = await takeStep(reviewing, params, {
      type: "reopening-proposed",
      who: officeActing(caller),
      step: () => ({ step: { type: "reopening-proposed", reason } }),
    });
    return { status: 200, body: answerForOffice(caller, review) };
  };
