import { personActing } from "#shared/access/person-acting.ts";
import type { withdrawApplicationEndpoint } from "#shared/contract/application-steps-of-person.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import { usedBy } from "#shared/domain/used-once.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { SettlementQueue } from "#shared/storage/settlement-queue.ts";
import { takeApplicationStep } from "#shared/storage/take-application-step.ts";
import { applicationAnswer } from "./application-answer.ts";
import type { ActingForPerson } from "./applying.ts";
import { freedBy } from "./freed-by.ts";
import { ownApplication } from "./own-application.ts";

interface Withdrawing extends ActingForPerson {
  readonly settlement: SettlementQueue;
}

/** 撤回申请: what it held is free for others; a place that was granted goes to the next in rank. */
export const withdrawApplication =
  (withdrawing: Withdrawing) =>
  async ({ params, body, caller }: Call<typeof withdrawApplicationEndpoint>): Promise<Reply> => {
    const { residentId, applicationNumber } = params;
    const { onBehalf, reason } = body;
    const { applications, residents, settlement, today } = withdrawing;
    const { who } = await personActing(residents, { caller, residentId, onBehalf }, today());
    const application = await takeApplicationStep(withdrawing, applicationNumber, {
      who: ownApplication(residentId, who),
      type: "withdrawn",
      step: async (before, { terms }) => ({
        step: { type: "withdrawn", ...(reason !== undefined && { reason }) },
        frees: await freedBy(applications, before, usedBy(before, terms)),
      }),
    });
    // recorded first: should this get lost, the daily duty finds the place
    if (application.granted) await settlement.send([{ of: "application", applicationNumber }]);
    return { status: 200, body: applicationAnswer(application) };
  };
