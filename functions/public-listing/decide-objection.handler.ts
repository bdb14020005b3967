import { decideObjectionEndpoint } from "#shared/contract/objections.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoFeedDays } from "#shared/storage/dynamo-feed-days.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoReviews } from "#shared/storage/dynamo-reviews.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { decideObjection } from "./decide-objection.ts";
import { objectionStores } from "./objection-stores.ts";

const looking = {
  residents: dynamoResidents(dynamo, environment("RESIDENTS_TABLE")),
  scores: dynamoScores(dynamo, environment("SCORES_TABLE")),
  reviews: dynamoReviews(dynamo, { reviews: environment("REVIEWS_TABLE") }),
  feedDays: dynamoFeedDays(dynamo, environment("FEEDS_TABLE")),
  standards: publishedStandards(),
};
const programmes = dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const stores = objectionStores({ messages: environment("MESSAGES_TABLE") });

export const handler = route(decideObjectionEndpoint, decideObjection({ ...stores, looking, programmes }), requests);
