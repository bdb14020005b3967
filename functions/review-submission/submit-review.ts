import { type PersonActing, personActing } from "#shared/access/person-acting.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { submitReviewEndpoint } from "#shared/contract/reviews.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { factsOf } from "#shared/domain/dossier.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import type { FactName } from "#shared/domain/facts.ts";
import { patchedAfterReceipt } from "#shared/domain/happened-after-receipt.ts";
import { mayTake } from "#shared/domain/may-take.ts";
import { mergedPatch } from "#shared/domain/merged-patch.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { type Review, ReviewId, type ReviewMaterial, type ReviewStep } from "#shared/domain/review.ts";
import { isOpen } from "#shared/domain/review-machine.ts";
import type { Reply } from "#shared/http/answer.ts";
import { requireMaterials } from "#shared/procedure/needed-materials.ts";
import { requireUndertaking } from "#shared/procedure/undertakings.ts";
import { opaqueId } from "#shared/runtime/opaque-id.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import { handedIn } from "#shared/storage/handed-in.ts";
import type { Materials } from "#shared/storage/materials.ts";
import { recomputedThroughOf } from "#shared/storage/recomputed-through.ts";
import type { Reviews } from "#shared/storage/reviews.ts";
import type { Scores } from "#shared/storage/scores.ts";
import type { Undertakings } from "#shared/storage/undertakings.ts";
import { factBehind } from "./contested-line.ts";
import { effectOf } from "./effect-of.ts";
import { recordStep } from "./record-step.ts";
import { requireRoom } from "./require-room.ts";
import { reviewAnswer } from "./review-answer.ts";
import type { ReviewingPerson } from "./reviewing.ts";

export interface Submitting extends ReviewingPerson {
  readonly reviews: Pick<Reviews, "read" | "record" | "openOn">;
  readonly materials: Pick<Materials, "ofResident">;
  readonly undertakings: Pick<Undertakings, "read">;
  readonly scores: Pick<Scores, "read">;
}

type Request = Call<typeof submitReviewEndpoint>;

/** 复核申请: contests a line, or joins the review of it that is open; shows what would follow if it were upheld. */
export const submitReview =
  (submitting: Submitting) =>
  async ({ params: { residentId }, body, caller }: Request): Promise<Reply> => {
    const on = submitting.today();
    const acting = await personActing(submitting.residents, { caller, residentId, onBehalf: body.onBehalf }, on);
    await requireUndertaking((version) => submitting.undertakings.read(residentId, version));
    const fact = factBehind(submitting.standards, acting.subject, body.line, on);
    if (body.proposal.fact !== fact) {
      throw new Refusal("review-proposal-unfit", { fact: body.proposal.fact, needed: fact });
    }
    const errors = patchedAfterReceipt(body.proposal, on, "proposal");
    if (errors.length > 0) throw new Refusal("happened-after-receipt", { errors });
    const materials = await handedIn(submitting.materials, residentId, body.materials, on);
    const recomputedThrough = await recomputedThroughOf(submitting.scores, { residentId, subject: acting.subject });
    const { standards } = submitting;
    const { line } = body;
    const newId = ReviewId.parse(opaqueId("v"));

    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const open = await openReview(submitting, residentId, line);
      mayTake(open, open ? "joined" : "submitted", acting.who, on);
      const reviewId = open?.reviewId ?? newId;
      const proposal = open ? joinedProposal(open, body) : body.proposal;
      const effect = effectOf({ standards, recomputedThrough }, acting.dossier, { reviewId, line, proposal }, on);
      const step = open
        ? joining(open, body, materials)
        : submission(submitting, { body, fact, materials, acting, on });
      const stepping = { residentId, reviewId, before: open, step, who: acting.who, on };
      const { review, outcome } = await recordStep(submitting, stepping);
      if (outcome === "recorded") return { status: open ? 200 : 201, body: { review: reviewAnswer(review), effect } };
    }
    throw new Refusal("review-busy", {});
  };

const mostAttempts = 10;

const openReview = async (
  { reviews }: Submitting,
  residentId: Request["params"]["residentId"],
  line: Request["body"]["line"],
): Promise<Review | undefined> => {
  const reviewId = await reviews.openOn(residentId, line);
  const review = reviewId && (await reviews.read(residentId, reviewId));
  // one that has been closed in the meantime is no longer open
  return review && isOpen(review.state) ? review : undefined;
};

/**
 * What the open review will propose with what is added: it is this that is decided on.
 * @throws Refusal invalid-request
 */
const joinedProposal = ({ proposal: standing }: Review, { proposal }: Request["body"]): FactPatch => {
  const merged = FactPatch.safeParse(mergedPatch(standing, proposal));
  if (merged.success) return merged.data;
  const detail = "must, with what the open review proposes, hold at most 50 items";
  throw new Refusal("invalid-request", { errors: [{ field: "proposal", detail }] });
};

/** @throws Refusal review-full */
const joining = (open: Review, body: Request["body"], materials: readonly ReviewMaterial[]): ReviewStep => {
  requireRoom(open, { statement: body.statement, materials });
  return { type: "joined", statement: body.statement, proposal: body.proposal, materials };
};

interface Submission {
  readonly body: Request["body"];
  readonly fact: FactName;
  readonly materials: readonly ReviewMaterial[];
  readonly acting: PersonActing;
  readonly on: CalendarDate;
}

/** @throws Refusal materials-missing, review-other-door */
const submission = (
  { rulesFor, workingDays }: Submitting,
  { body, fact, materials, acting, on }: Submission,
): ReviewStep => {
  const { kind, line, statement, proposal } = body;
  const door = factsOf(acting.dossier)[fact] === null ? "claim" : "review";
  if (kind !== door) throw new Refusal("review-other-door", { kind: door });
  requireMaterials(
    line.code,
    materials.map(({ code }) => code),
  );
  const { deciders, rule, workingDays: terms } = rulesFor(fact);
  return {
    type: "submitted",
    kind,
    line,
    fact,
    deciders,
    rule,
    area: areaOf(acting.subject, dayOf(on)),
    statement,
    proposal,
    materials,
    term: workingDays.term(on, terms[kind]),
  };
};
