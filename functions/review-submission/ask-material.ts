import type { Call } from "#shared/contract/endpoint.ts";
import type { askMaterialEndpoint } from "#shared/contract/review-steps-of-office.ts";
import type { Reply } from "#shared/http/answer.ts";
import { requireAskable } from "#shared/procedure/require-askable.ts";
import { officeActing } from "./office-acting.ts";
import { reviewAnswer } from "./review-answer.ts";
import type { Reviewing } from "./reviewing.ts";
import { takeStep } from "./take-step.ts";

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
