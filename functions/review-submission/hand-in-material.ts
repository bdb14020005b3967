import { personActing } from "#shared/access/person-acting.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { handInMaterialEndpoint } from "#shared/contract/review-steps-of-person.ts";
import { requireWhatWasAsked } from "#shared/domain/require-what-was-asked.ts";
import type { Reply } from "#shared/http/answer.ts";
import { handedIn } from "#shared/storage/handed-in.ts";
import type { Materials } from "#shared/storage/materials.ts";
import { reviewAnswer } from "./review-answer.ts";
import type { ReviewingPerson } from "./reviewing.ts";
import { takeStep } from "./take-step.ts";

interface HandingIn extends ReviewingPerson {
  readonly materials: Pick<Materials, "ofResident">;
}

/** 补正: hands in all that was asked for; the department's term goes on with the days it had left. */
export const handInMaterial =
  (reviewing: HandingIn) =>
  async ({ params, body, caller }: Call<typeof handInMaterialEndpoint>): Promise<Reply> => {
    const { residentId } = params;
    const { onBehalf } = body;
    const { who } = await personActing(reviewing.residents, { caller, residentId, onBehalf }, reviewing.today());
    const review = await takeStep(reviewing, params, {
      type: "material-handed-in",
      who: () => who,
      step: async (before, on) => {
        const { pausedWorkingDays = 1 } = before;
        requireWhatWasAsked(before, body.materials);
        const materials = await handedIn(reviewing.materials, residentId, body.materials, on);
        const term = reviewing.workingDays.term(on, pausedWorkingDays);
        return { step: { type: "material-handed-in", materials, term } };
      },
    });
    return { status: 200, body: reviewAnswer(review) };
  };
