import * as z from "zod";
import { ReviewKind } from "#shared/domain/review.ts";
import type { Endpoint } from "./endpoint.ts";
import { OnBehalf } from "./on-behalf.ts";
import { ReviewAnswer, ReviewCase, ReviewCourse, ReviewEffect, ReviewLine } from "./review-answer.ts";
import { HandedIn, ofResident, ofReview, Proposal, Statement } from "./review-input.ts";

const Submitted = z
  .strictObject({ review: ReviewAnswer, effect: ReviewEffect })
  .readonly()
  .meta({ id: "SubmittedReview" });

export const submitReviewEndpoint = {
  id: "submit-review",
  method: "POST",
  path: "/v1/residents/{residentId}/reviews",
  summary: "Contest a line of the score, or claim what the system does not know",
  description:
    "The person, their guardian, or the window with the person's consent names a line, says what is wrong and what should " +
    "be there instead, and hands in accepted uploads. The answer shows what would follow if it were upheld. It goes to the " +
    "department that supplies the fact. A line has one open review: a second request joins it (200). The undertaking of " +
    "truth has to be given before.",
  roles: ["resident", "window"],
  params: ofResident,
  body: z
    .strictObject({
      kind: ReviewKind.meta({ description: "`claim` where nothing is known of the fact, else `review`" }),
      line: ReviewLine,
      statement: Statement.meta({ description: "What is wrong, in the person's own words" }),
      proposal: Proposal,
      materials: HandedIn,
      onBehalf: OnBehalf.exactOptional(),
    })
    .readonly(),
  answers: {
    201: { description: "Submitted", body: Submitted },
    200: { description: "Joined the open review of the line", body: Submitted },
  },
  refusals: [
    "resident-unknown",
    "consent-missing",
    "undertaking-missing",
    "review-line-unknown",
    "review-proposal-unfit",
    "review-other-door",
    "review-changes-nothing",
    "review-of-the-office",
    "materials-missing",
    "too-many-materials",
    "material-unknown",
    "material-not-accepted",
    "happened-after-receipt",
    "review-full",
    "dossier-too-large",
    "review-busy",
  ],
  stores: true,
} as const satisfies Endpoint;

export const listReviewsEndpoint = {
  id: "list-reviews",
  method: "GET",
  path: "/v1/residents/{residentId}/reviews",
  summary: "A person's reviews",
  description:
    "Where each stands, who waits for whom, since when and until when. A resident sees their own, the window those of the " +
    "people of its areas, a verifier those on which their department decides in their areas; an auditor sees how those of " +
    "their areas go, and nothing of what they are about.",
  roles: ["resident", "window", "verifier", "auditor"],
  params: ofResident,
  answers: {
    200: {
      description: "The reviews",
      body: z
        .strictObject({ reviews: z.array(z.union([ReviewAnswer, ReviewCase])).readonly() })
        .meta({ id: "Reviews" }),
    },
  },
  refusals: ["resident-unknown", "department-not-allowed"],
} as const satisfies Endpoint;

export const readReviewEndpoint = {
  id: "read-review",
  method: "GET",
  path: "/v1/residents/{residentId}/reviews/{reviewId}",
  summary: "A review with every step",
  description: "Every step with who, when, why and the clause it rests on. Who sees what is as with the list.",
  roles: ["resident", "window", "verifier", "auditor"],
  params: ofReview,
  answers: { 200: { description: "The review and its steps, the first one first", body: ReviewCourse } },
  refusals: ["resident-unknown", "review-unknown", "department-not-allowed"],
} as const satisfies Endpoint;
