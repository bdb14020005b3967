import type { Call } from "#shared/contract/endpoint.ts";
import type { confirmFindingEndpoint } from "#shared/contract/findings.ts";
import type { Reply } from "#shared/http/answer.ts";
import { findingTerms } from "#shared/procedure/finding-terms.ts";
import type { CarryingOut } from "./carry-out.ts";
import { carryOutAtOnce } from "./carry-out-at-once.ts";
import { findingAnswer } from "./finding-answer.ts";
import { findingOffice } from "./finding-office.ts";
import { takeFindingStep } from "./take-finding-step.ts";

/** The second person's word: what the forged material has won is void and cancelled. */
export const confirmFinding =
  (carrying: CarryingOut) =>
  async ({ params, body: { reason }, caller }: Call<typeof confirmFindingEndpoint>): Promise<Reply> => {
    const finding = await takeFindingStep(carrying, params, {
      who: findingOffice(caller),
      type: "confirmed",
      step: (_, on) => ({ type: "confirmed", reason, term: carrying.workingDays.term(on, findingTerms.appeal) }),
    });
    return { status: 200, body: findingAnswer(await carryOutAtOnce(carrying, finding)) };
  };
