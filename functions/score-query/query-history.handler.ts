import { queryHistoryEndpoint } from "#shared/contract/query-history.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { queryHistory } from "./query-history.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const scores = dynamoScores(dynamo, environment("SCORES_TABLE"));
const standards = publishedStandards();

export const handler = route(queryHistoryEndpoint, queryHistory({ residents, scores, standards, today }));
