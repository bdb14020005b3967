import type { Call } from "#shared/contract/endpoint.ts";
import type { decideReviewEndpoint } from "#shared/contract/review-steps-of-office.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import type { FactPatch } from "#shared/domain/fact-patch.ts";
import { patchedAfterReceipt } from "#shared/domain/happened-after-receipt.ts";
import { jointDecision } from "#shared/domain/joint-decision.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Decision, Opinion, Review } from "#shared/domain/review.ts";
import type { Reply } from "#shared/http/answer.ts";
import { neverRecomputed, scoreOn } from "#shared/scoring/score.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import type { Materials } from "#shared/storage/materials.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { correcting } from "./correcting.ts";
import { linePoints } from "./line-points.ts";
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
        const patch = patchOf(before, body, on);
        const opinion: Opinion = { department, outcome, reason, clause, ...(patch && { patch }), by: subject, on };
        const decision = jointDecision(before, [...before.opinions, opinion], on);
        if (!decision) return { step: { type: "opinion-given", opinion } };
        const dossier = await correcting(deciding, before, decision, { by: subject, on });
        await requireNoWorse(deciding, before, decision, { after: dossier?.dossier, on });
        return { step: { type: "decided", opinion, decision }, dossier };
      },
    });
    return { status: 200, body: reviewAnswer(review) };
  };

/** @throws Refusal review-proposal-unfit, happened-after-receipt */
const patchOf = ({ fact, proposal }: Review, body: Body, on: CalendarDate): FactPatch | undefined => {
  if (body.outcome === "rejected") return undefined;
  const patch = body.outcome === "upheld" ? proposal : body.patch;
  if (patch.fact !== fact) throw new Refusal("review-proposal-unfit", { fact: patch.fact, needed: fact });
  const errors = patchedAfterReceipt(patch, on, "patch");
  if (errors.length > 0) throw new Refusal("happened-after-receipt", { errors });
  return patch;
};

/**
 * On an appeal the line never falls below what stands by then, unless the office itself has begun the round or all is as
 * the person wishes.
 * @throws Refusal appeal-made-worse
 */
const requireNoWorse = async (
  { residents, standards }: Pick<Deciding, "residents" | "standards">,
  { residentId, begunBy, round, line }: Review,
  { outcome }: Decision,
  { after, on }: { readonly after: Dossier | undefined; readonly on: CalendarDate },
): Promise<void> => {
  if (begunBy === "office" || round === 1 || outcome === "upheld" || !after) return;
  // a correction that is taken back is a loss, also where the line is full without it
  if (outcome === "rejected") throw new Refusal("appeal-made-worse", {});
  const standing = await residents.read(residentId);
  const pointsOf = (dossier: Dossier) =>
    linePoints(scoreOn(standards, subjectOf(dossier), dayOf(on), neverRecomputed), line);
  if (standing && (pointsOf(after) ?? 0) < (pointsOf(standing) ?? 0)) throw new Refusal("appeal-made-worse", {});
};
