import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { retryRecomputation } from "./retry-recomputation.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const scores = dynamoScores(dynamo, environment("SCORES_TABLE"), environment("MESSAGES_TABLE"));

export const handler = retryRecomputation({ residents, scores, standards: publishedStandards(), today, now });
