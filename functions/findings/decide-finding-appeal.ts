import type { Call } from "#shared/contract/endpoint.ts";
import type { decideFindingAppealEndpoint } from "#shared/contract/findings.ts";
import type { Reply } from "#shared/http/answer.ts";
import { type CarryingOut, carryOut } from "./carry-out.ts";
import { carryOutAtOnce } from "./carry-out-at-once.ts";
import { findingAnswer } from "./finding-answer.ts";
import { findingOffice } from "./finding-office.ts";
import { takeFindingStep } from "./take-finding-step.ts";

/** The third person's word. Overturned, all is as if the finding had never been, but for its history. */
export const decideFindingAppeal =
  (carrying: CarryingOut) =>
  async ({ params, body: { outcome, reason }, caller }: Call<typeof decideFindingAppealEndpoint>): Promise<Reply> => {
    const office = findingOffice(caller);
    const before = await carrying.findings.read(params.residentId, params.findingId);
    if (before?.isOutstanding) {
      office(before);
      await carryOut(carrying, params);
    }
    const finding = await takeFindingStep(carrying, params, {
      who: office,
      type: outcome,
      step: () => ({ type: outcome, reason }),
    });
    return { status: 200, body: findingAnswer(await carryOutAtOnce(carrying, finding)) };
  };
