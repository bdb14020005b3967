import type { askApplicationMaterialEndpoint } from "#shared/contract/application-steps-of-office.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { Reply } from "#shared/http/answer.ts";
import { requireAskable } from "#shared/procedure/require-askable.ts";
import { applicationTerms } from "#shared/procedure/review-terms.ts";
import { takeApplicationStep } from "#shared/storage/take-application-step.ts";
import { applicationAnswer } from "./application-answer.ts";
import type { Deciding } from "./applying.ts";
import { officeActing } from "./office-acting.ts";

/** 要求补正: item by item, each with its reason. */
export const askApplicationMaterial =
  (deciding: Deciding) =>
  async ({ params, body: { items }, caller }: Call<typeof askApplicationMaterialEndpoint>): Promise<Reply> => {
    const { workingDays, today } = deciding;
    const application = await takeApplicationStep(deciding, params.applicationNumber, {
      who: officeActing(caller),
      type: "material-asked",
      step: ({ materials }) => {
        requireAskable(items, materials);
        return { step: { type: "material-asked", items, term: workingDays.term(today(), applicationTerms.material) } };
      },
    });
    return { status: 200, body: applicationAnswer(application) };
  };
