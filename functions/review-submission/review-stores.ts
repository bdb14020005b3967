import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { reviewRulesFor } from "#shared/procedure/review-terms.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoReviews, type ReviewTables } from "#shared/storage/dynamo-reviews.ts";
import type { Reviews } from "#shared/storage/reviews.ts";
import type { Reviewing } from "./reviewing.ts";

/** What a step of a review needs, on the tables of this deployment; named are those it writes into besides. */
export const reviewStores = (
  besides: Omit<ReviewTables, "reviews"> = {},
): Reviewing & { readonly reviews: Reviews } => ({
  reviews: dynamoReviews(dynamo, { reviews: environment("REVIEWS_TABLE"), ...besides }),
  workingDays: publishedWorkingDays(),
  rulesFor: reviewRulesFor,
  standards: publishedStandards(),
  now,
  today,
});
