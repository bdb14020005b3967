import { personActing } from "#shared/access/person-acting.ts";
import type { contestEligibilityEndpoint } from "#shared/contract/application-steps-of-person.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { Reply } from "#shared/http/answer.ts";
import { applicationTerms } from "#shared/procedure/review-terms.ts";
import { handedIn } from "#shared/storage/handed-in.ts";
import { takeApplicationStep } from "#shared/storage/take-application-step.ts";
import { applicationAnswer } from "./application-answer.ts";
import type { HandingIn } from "./applying.ts";
import { ownApplication } from "./own-application.ts";

/** 异议: that one is not eligible is looked at once more, by somebody else. */
export const contestEligibility =
  (handing: HandingIn) =>
  async ({ params, body, caller }: Call<typeof contestEligibilityEndpoint>): Promise<Reply> => {
    const { residentId, applicationNumber } = params;
    const { onBehalf, reason } = body;
    const on = handing.today();
    const { who } = await personActing(handing.residents, { caller, residentId, onBehalf }, on);
    const application = await takeApplicationStep(handing, applicationNumber, {
      who: ownApplication(residentId, who),
      type: "contested",
      step: async () => {
        const materials = await handedIn(handing.materials, residentId, body.materials, on);
        const term = handing.workingDays.term(on, applicationTerms.contest);
        return { step: { type: "contested", reason, materials, term } };
      },
    });
    return { status: 200, body: applicationAnswer(application) };
  };
