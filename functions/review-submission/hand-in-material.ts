import { personActing } from "#shared/access/person-acting.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { handInMaterialEndpoint } from "#shared/contract/review-steps-of-person.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Review } from "#shared/domain/review.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Materials } from "#shared/storage/materials.ts";
import { handedIn } from "./handed-in.ts";
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

type Handed = readonly { readonly code: string; readonly materialId: string }[];

/**
 * One new file for each item, and no file for two.
 * @throws Refusal material-already-there, material-not-asked, material-still-missing
 */
const requireWhatWasAsked = ({ asked = [], materials }: Pick<Review, "asked" | "materials">, handed: Handed): void => {
  // the one that was found wanting is on the review too
  const there = new Set<string>(materials.map(({ materialId }) => materialId));
  for (const { materialId } of handed) {
    if (there.has(materialId)) throw new Refusal("material-already-there", { materialId });
    there.add(materialId);
  }
  const unasked = left(handed, asked);
  if (unasked.length > 0) throw new Refusal("material-not-asked", { codes: unasked });
  const missing = left(asked, handed);
  if (missing.length > 0) throw new Refusal("material-still-missing", { codes: missing });
};

/** The codes of those that find no partner among the others. */
const left = (ones: readonly { readonly code: string }[], others: readonly { readonly code: string }[]) => {
  const partners = others.map(({ code }) => code);
  return ones.flatMap(({ code }) => {
    const at = partners.indexOf(code);
    if (at < 0) return [code];
    partners.splice(at, 1);
    return [];
  });
};
