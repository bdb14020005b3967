import type { Call } from "#shared/contract/endpoint.ts";
import type { askMaterialEndpoint } from "#shared/contract/review-steps-of-office.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Review } from "#shared/domain/review.ts";
import type { Reply } from "#shared/http/answer.ts";
import { materialKinds } from "#shared/procedure/needed-materials.ts";
import { officeActing } from "./office-acting.ts";
import { reviewAnswer } from "./review-answer.ts";
import type { Reviewing } from "./reviewing.ts";
import { takeStep } from "./take-step.ts";

type Items = Call<typeof askMaterialEndpoint>["body"]["items"];

/** 要求补正: item by item, each with its reason; the department's term stands still meanwhile. */
export const askMaterial =
  (reviewing: Reviewing) =>
  async ({ params, body: { items }, caller }: Call<typeof askMaterialEndpoint>): Promise<Reply> => {
    const { workingDays, rulesFor } = reviewing;
    const review = await takeStep(reviewing, params, {
      type: "material-asked",
      who: officeActing(caller),
      step: ({ fact, term, materials }, on) => {
        requireAskable(items, materials);
        // whoever asks on the last day still has a day once the answer is there
        const pausedWorkingDays = Math.max(1, term ? workingDays.remaining(workingDays.fixed(term), on) : 0);
        const ofPerson = workingDays.term(on, rulesFor(fact).workingDays.material);
        return { step: { type: "material-asked", items, term: ofPerson, pausedWorkingDays } };
      },
    });
    return { status: 200, body: reviewAnswer(review) };
  };

/** @throws Refusal invalid-request, material-unknown */
const requireAskable = (items: Items, materials: Review["materials"]): void => {
  const errors = items.flatMap(({ code }, at) =>
    materialKinds.some((kind) => kind.code === code)
      ? []
      : [{ field: `items[${at}].code`, detail: "must be the code of a material" }],
  );
  if (errors.length > 0) throw new Refusal("invalid-request", { errors });
  for (const { code, materialId } of items) {
    const isThere = materials.some((material) => material.materialId === materialId && material.code === code);
    if (materialId !== undefined && !isThere) throw new Refusal("material-unknown", { materialId });
  }
};
