import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import type { Looking } from "#shared/settlement/looking.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoFeedDays } from "#shared/storage/dynamo-feed-days.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoReviews } from "#shared/storage/dynamo-reviews.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";

/** What looking at applicants stands on. */
export const lookingStores = (): Looking => ({
  residents: dynamoResidents(dynamo, environment("RESIDENTS_TABLE")),
  scores: dynamoScores(dynamo, environment("SCORES_TABLE")),
  reviews: dynamoReviews(dynamo, { reviews: environment("REVIEWS_TABLE") }),
  feedDays: dynamoFeedDays(dynamo, environment("FEEDS_TABLE")),
  standards: publishedStandards(),
});
