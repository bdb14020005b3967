import * as z from "zod";
import type { Endpoint } from "./endpoint.ts";
import { OnBehalf } from "./on-behalf.ts";
import { ReviewAnswer } from "./review-answer.ts";
import { HandedIn, ofReview, Statement } from "./review-input.ts";

const path = "/v1/residents/{residentId}/reviews/{reviewId}";
const ofPerson = {
  method: "POST",
  roles: ["resident", "window"],
  params: ofReview,
  answers: { 200: { description: "The review as it stands now", body: ReviewAnswer } },
  stores: true,
} as const;
const refusals = [
  "resident-unknown",
  "review-unknown",
  "consent-missing",
  "step-not-allowed",
  "dossier-too-large",
  "review-busy",
] as const;
const handingIn = ["too-many-materials", "material-unknown", "material-not-accepted"] as const;

export const handInMaterialEndpoint = {
  id: "hand-in-material",
  path: `${path}/materials`,
  ...ofPerson,
  summary: "Hand in the material asked for",
  description:
    "One new material for each item that the review lists under `asked`, and nothing else: what was good before stays. The department's term goes on " +
    "with the days it had left.",
  body: z.strictObject({ materials: HandedIn, onBehalf: OnBehalf.exactOptional() }).readonly(),
  refusals: [...refusals, ...handingIn, "material-already-there", "material-not-asked", "material-still-missing"],
} as const satisfies Endpoint;

export const withdrawReviewEndpoint = {
  id: "withdraw-review",
  path: `${path}/withdrawal`,
  ...ofPerson,
  summary: "Withdraw a review",
  description: "It ends undecided. The line can be contested again. What the office has reopened can't be withdrawn.",
  body: z.strictObject({ reason: Statement.exactOptional(), onBehalf: OnBehalf.exactOptional() }).readonly(),
  refusals: [...refusals, "review-of-the-office"],
} as const satisfies Endpoint;

export const appealReviewEndpoint = {
  id: "appeal-review",
  path: `${path}/appeal`,
  ...ofPerson,
  summary: "Appeal a decision, once",
  description:
    "One that rejected the request, or upheld it in part. Somebody decides who has not decided before; what was upheld " +
    "stays, whatever comes of it.",
  body: z.strictObject({ reason: Statement, materials: HandedIn, onBehalf: OnBehalf.exactOptional() }).readonly(),
  refusals: [...refusals, ...handingIn, "review-already-appealed", "review-line-open", "review-full"],
} as const satisfies Endpoint;
