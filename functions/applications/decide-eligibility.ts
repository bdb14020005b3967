import type { decideEligibilityEndpoint } from "#shared/contract/application-steps-of-office.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { ApplicationStep } from "#shared/domain/application.ts";
import type { Reply } from "#shared/http/answer.ts";
import { type ApplicationStepping, takeApplicationStep } from "#shared/storage/take-application-step.ts";
import { applicationAnswer } from "./application-answer.ts";
import { officeActing } from "./office-acting.ts";

/** 资格审核: apart from points. */
export const decideEligibility =
  (stepping: ApplicationStepping) =>
  async ({ params, body, caller }: Call<typeof decideEligibilityEndpoint>): Promise<Reply> => {
    const step: ApplicationStep =
      body.outcome === "accepted"
        ? { type: "accepted", reason: body.reason }
        : { type: "found-not-eligible", reason: body.reason, clause: body.clause };
    const application = await takeApplicationStep(stepping, params.applicationNumber, {
      who: officeActing(caller),
      type: step.type,
      step: () => ({ step }),
    });
    return { status: 200, body: applicationAnswer(application) };
  };
