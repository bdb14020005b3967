import { requestRecomputationEndpoint } from "#shared/contract/recomputations.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoJobs } from "#shared/storage/dynamo-jobs.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { requestRecomputation } from "./request-recomputation.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const scores = dynamoScores(dynamo, environment("SCORES_TABLE"));
const jobs = dynamoJobs(dynamo, environment("JOBS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const recomputing = { residents, scores, standards: publishedStandards(), today, now };

export const handler = route(requestRecomputationEndpoint, requestRecomputation(jobs, recomputing), requests);
