import { queryScoreEndpoint } from "#shared/contract/query-score.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoFeedDays } from "#shared/storage/dynamo-feed-days.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { queryScore } from "./query-score.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const scores = dynamoScores(dynamo, environment("SCORES_TABLE"));
const feedDays = dynamoFeedDays(dynamo, environment("FEEDS_TABLE"));
const standards = publishedStandards();

export const handler = route(queryScoreEndpoint, queryScore({ residents, scores, feedDays, standards, today }));
