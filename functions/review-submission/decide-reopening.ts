import type { Call } from "#shared/contract/endpoint.ts";
import type { decideReopeningEndpoint } from "#shared/contract/review-steps-of-office.ts";
import type { Reply } from "#shared/http/answer.ts";
import { answerForOffice } from "./answer-for-office.ts";
import { officeActing } from "./office-acting.ts";
import type { Reviewing } from "./reviewing.ts";
import { takeStep } from "./take-step.ts";

/** The second person's word on a reopening. */
export const decideReopening =
  (reviewing: Reviewing) =>
  async ({ params, body: { agree, reason }, caller }: Call<typeof decideReopeningEndpoint>): Promise<Reply> => {
    const { workingDays, rulesFor } = reviewing;
    const review = await takeStep(reviewing, params, {
      type: agree ? "reopening-agreed" : "reopening-refused",
      who: officeActing(caller),
      step: ({ fact }, on) => ({
        step: agree
          ? { type: "reopening-agreed", reason, term: workingDays.term(on, rulesFor(fact).workingDays.review) }
          : { type: "reopening-refused", reason },
      }),
    });
    return { status: 200, body: answerForOffice(caller, review) };
  };
