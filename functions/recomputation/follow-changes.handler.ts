import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishMetrics as publish } from "#shared/runtime/metrics.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { sqs } from "#shared/storage/sqs-client.ts";
import { sqsRetryQueue } from "#shared/storage/sqs-retry-queue.ts";
import { followChanges } from "./follow-changes.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const scores = dynamoScores(dynamo, environment("SCORES_TABLE"), environment("MESSAGES_TABLE"));
const retryQueue = sqsRetryQueue(sqs, environment("RETRY_QUEUE_URL"));
const standards = publishedStandards();

export const handler = followChanges({ residents, scores, standards, today, now, retryQueue, publish });
