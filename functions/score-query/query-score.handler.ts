import { queryScoreEndpoint } from "#shared/contract/query-score.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoFeedDays } from "#shared/storage/dynamo-feed-days.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { hurriedSqs } from "#shared/storage/sqs-client.ts";
import { sqsRetryQueue } from "#shared/storage/sqs-retry-queue.ts";
import { queryScore } from "./query-score.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const scores = dynamoScores(dynamo, environment("SCORES_TABLE"));
const feedDays = dynamoFeedDays(dynamo, environment("FEEDS_TABLE"));
const retryQueue = sqsRetryQueue(hurriedSqs, environment("RETRY_QUEUE_URL"));
const querying = { residents, scores, feedDays, standards: publishedStandards(), retryQueue, today, now };

export const handler = route(queryScoreEndpoint, queryScore(querying));
