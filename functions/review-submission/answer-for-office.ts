import type { Caller } from "#shared/contract/endpoint.ts";
import type { ReviewAnswer, ReviewCase } from "#shared/contract/review-answer.ts";
import type { Review } from "#shared/domain/review.ts";
import { officeActing } from "./office-acting.ts";
import { reviewAnswer, reviewCase } from "./review-answer.ts";

/** Whoever decides sees everything, whoever watches over terms how it goes. */
export const answerForOffice = (caller: Caller, review: Review): ReviewAnswer | ReviewCase =>
  officeActing(caller)(review).role === "verifier" ? reviewAnswer(review) : reviewCase(review);
