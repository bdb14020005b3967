import { personActing } from "#shared/access/person-acting.ts";
import type { handInApplicationMaterialEndpoint } from "#shared/contract/application-steps-of-person.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import { requireWhatWasAsked } from "#shared/domain/require-what-was-asked.ts";
import type { Reply } from "#shared/http/answer.ts";
import { applicationTerms } from "#shared/procedure/review-terms.ts";
import { handedIn } from "#shared/storage/handed-in.ts";
import { takeApplicationStep } from "#shared/storage/take-application-step.ts";
import { applicationAnswer } from "./application-answer.ts";
import type { HandingIn } from "./applying.ts";
import { ownApplication } from "./own-application.ts";

/** 补正: hands in all that was asked for; the department's term begins anew. */
export const handInApplicationMaterial =
  (handing: HandingIn) =>
  async ({ params, body, caller }: Call<typeof handInApplicationMaterialEndpoint>): Promise<Reply> => {
    const { residentId, applicationNumber } = params;
    const on = handing.today();
    const { who } = await personActing(handing.residents, { caller, residentId, onBehalf: body.onBehalf }, on);
    const application = await takeApplicationStep(handing, applicationNumber, {
      who: ownApplication(residentId, who),
      type: "material-handed-in",
      step: async (before) => {
        requireWhatWasAsked(before, body.materials);
        const materials = await handedIn(handing.materials, residentId, body.materials, on);
        const term = handing.workingDays.term(on, applicationTerms.audit);
        return { step: { type: "material-handed-in", materials, term } };
      },
    });
    return { status: 200, body: applicationAnswer(application) };
  };
