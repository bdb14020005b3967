import type { Call } from "#shared/contract/endpoint.ts";
import type { decideReviewEndpoint } from "#shared/contract/review-steps-of-office.ts";
import type { FactPatch } from "#shared/domain/fact-patch.ts";
import { jointDecision } from "#shared/domain/joint-decision.ts";
import { isSamePatch, mergedPatch } from "#shared/domain/merged-patch.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Decision, Opinion, Review } from "#shared/domain/review.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Materials } from "#shared/storage/materials.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { correcting } from "./correcting.ts";
import { officeActing } from "./office-acting.ts";
import { reviewAnswer } from "./review-answer.ts";
import type { Reviewing } from "./reviewing.ts";
import { takeStep } from "./take-step.ts";

export interface Deciding extends Reviewing {
  readonly residents: Pick<Residents, "read">;
  readonly materials: Pick<Materials, "ofResident">;
}

type Body = Call<typeof decideReviewEndpoint>["body"];

/** 复核决定: with a reason and a clause; upheld corrects the fact in the same step. */
export const decideReview =
  (deciding: Deciding) =>
  async ({ params, body, caller }: Call<typeof decideReviewEndpoint>): Promise<Reply> => {
    const review = await takeStep(deciding, params, {
      type: "decided",
      who: officeActing(caller),
      step: async (before, on, { subject, department }) => {
        if (!department) throw new Error("a decision is taken for no department");
        const { outcome, reason, clause } = body;
        const patch = patchOf(before, body);
        const opinion: Opinion = { department, outcome, reason, clause, ...(patch && { patch }), by: subject, on };
        const decision = jointDecision(before, [...before.opinions, opinion], on);
        if (!decision) return { step: { type: "opinion-given", opinion } };
        requireNoWorse(before, decision);
        const dossier = await correcting(deciding, before, decision, { by: subject, on });
        return { step: { type: "decided", opinion, decision }, dossier };
      },
    });
    return { status: 200, body: reviewAnswer(review) };
  };

/** @throws Refusal review-proposal-unfit */
const patchOf = ({ fact, proposal }: Review, body: Body): FactPatch | undefined => {
  if (body.outcome === "rejected") return undefined;
  const patch = body.outcome === "upheld" ? proposal : body.patch;
  if (patch.fact !== fact) throw new Refusal("review-proposal-unfit", { fact: patch.fact, needed: fact });
  return patch;
};

/**
 * Whatever stands of an earlier decision stays, unless the office itself has reopened it.
 * @throws Refusal appeal-made-worse
 */
const requireNoWorse = ({ begunBy, corrects, decision: earlier }: Review, { patches }: Decision): void => {
  if (begunBy === "office" || !corrects || !earlier) return;
  const holds = earlier.patches.every((stands) =>
    patches.some((patch) => patch.fact === "birthDate" || isSamePatch(mergedPatch(patch, stands), patch)),
  );
  if (!holds) throw new Refusal("appeal-made-worse", {});
};
