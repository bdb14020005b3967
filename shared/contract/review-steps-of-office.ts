import * as z from "zod";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import type { Endpoint } from "./endpoint.ts";
import { ReviewAnswer, ReviewCase } from "./review-answer.ts";
import { ClauseCited, ItemsAsked, ofReview, Statement } from "./review-input.ts";

const path = "/v1/residents/{residentId}/reviews/{reviewId}";
const ofOffice = { method: "POST", params: ofReview, stores: true } as const;
const ofVerifier = {
  ...ofOffice,
  roles: ["verifier"],
  answers: { 200: { description: "The review as it stands now", body: ReviewAnswer } },
} as const;
const refusals = [
  "review-unknown",
  "department-not-allowed",
  "step-not-allowed",
  "decides-on-own",
  "review-of-others",
  "review-busy",
] as const;
const inHand = [...refusals, "review-not-held", "dossier-too-large"] as const;

export const assignReviewEndpoint = {
  id: "assign-review",
  path: `${path}/assignment`,
  ...ofVerifier,
  summary: "Take a review in hand",
  description:
    "It is the caller's until the end of the next working day. Whoever has it keeps it until then; afterwards anybody of " +
    "the department may take it. Nobody takes their own request, nor one on which they decided before.",
  refusals: [...refusals, "review-locked", "opinion-already-given"],
} as const satisfies Endpoint;

export const releaseReviewEndpoint = {
  id: "release-review",
  path: `${path}/release`,
  ...ofVerifier,
  summary: "Give a review back",
  description: "Somebody else of the department may take it at once.",
  refusals: inHand,
} as const satisfies Endpoint;

export const askMaterialEndpoint = {
  id: "ask-material",
  path: `${path}/material-request`,
  ...ofVerifier,
  summary: "Ask for material",
  description:
    "Item by item: another one in place of one that proves nothing, or one that is missing, each with the reason. What is " +
    "not named counts as accepted. The department's term stands still until the person has answered; they have ten working " +
    "days, after which the review lapses.",
  body: z.strictObject({ items: ItemsAsked }).readonly(),
  refusals: [...inHand, "material-unknown"],
} as const satisfies Endpoint;

const reasoned = { reason: Statement, clause: ClauseCited };

export const decideReviewEndpoint = {
  id: "decide-review",
  path: `${path}/decision`,
  ...ofVerifier,
  summary: "Decide on a review",
  description:
    "Upheld as proposed, upheld in part with what is to be otherwise, or rejected; with a reason and the clause it rests " +
    "on. Upheld corrects the fact in the same step, and the score follows. Where several departments decide it is an " +
    "opinion, and the review waits for the others.",
  body: z.discriminatedUnion("outcome", [
    z.strictObject({ outcome: z.literal("upheld"), ...reasoned }).readonly(),
    z.strictObject({ outcome: z.literal("partly-upheld"), ...reasoned, patch: FactPatch }).readonly(),
    z.strictObject({ outcome: z.literal("rejected"), ...reasoned }).readonly(),
  ]),
  refusals: [
    ...inHand,
    "opinion-already-given",
    "review-proposal-unfit",
    "review-changes-nothing",
    "happened-after-receipt",
    "appeal-made-worse",
  ],
} as const satisfies Endpoint;

const ofOffices = {
  ...ofOffice,
  roles: ["verifier", "auditor"],
  answers: { 200: { description: "The review as it stands now", body: z.union([ReviewAnswer, ReviewCase]) } },
} as const;

export const proposeReopeningEndpoint = {
  id: "propose-reopening",
  path: `${path}/reopening`,
  ...ofOffices,
  summary: "Propose to reopen a decision",
  description: "With a reason. A second person has to agree before anything happens.",
  body: z.strictObject({ reason: Statement }).readonly(),
  refusals,
} as const satisfies Endpoint;

export const decideReopeningEndpoint = {
  id: "decide-reopening",
  path: `${path}/reopening/decision`,
  ...ofOffices,
  summary: "Agree to a reopening, or refuse it",
  description:
    "By somebody else than whoever proposed it, who has not decided on the review. Agreed, somebody new decides, the " +
    "decision before stands until then, and the person is told; refused, it stays as it was.",
  body: z.strictObject({ agree: z.boolean(), reason: Statement }).readonly(),
  refusals: [...refusals, "second-person-needed", "review-line-open"],
} as const satisfies Endpoint;
