import type { Call } from "#shared/contract/endpoint.ts";
import type { handInMaterialEndpoint } from "#shared/contract/review-steps-of-person.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { AskedMaterial } from "#shared/domain/review.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Materials } from "#shared/storage/materials.ts";
import { handedIn } from "./handed-in.ts";
import { personActing } from "./person-acting.ts";
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
    const review = await takeStep(reviewing, params, {
      type: "material-handed-in",
      who: async (_, on) => (await personActing(reviewing.residents, { caller, residentId, onBehalf }, on)).who,
      step: async ({ asked = [], pausedWorkingDays = 1 }, on) => {
        requireWhatWasAsked(asked, body.materials);
        const materials = await handedIn(reviewing.materials, residentId, body.materials, on);
        const term = reviewing.workingDays.term(on, pausedWorkingDays);
        return { step: { type: "material-handed-in", materials, term } };
      },
    });
    return { status: 200, body: reviewAnswer(review) };
  };

/** @throws Refusal material-not-asked, material-still-missing */
const requireWhatWasAsked = (
  asked: readonly AskedMaterial[],
  handed: readonly { readonly code: string; readonly materialId: string }[],
): void => {
  const unasked = handed.map(({ code }) => code).filter((code) => !asked.some((item) => item.code === code));
  if (unasked.length > 0) throw new Refusal("material-not-asked", { codes: unasked });
  // the very one that was found wanting does not answer
  const missing = asked.filter(
    (item) => !handed.some(({ code, materialId }) => code === item.code && materialId !== item.materialId),
  );
  if (missing.length > 0) throw new Refusal("material-still-missing", { codes: missing.map(({ code }) => code) });
};
