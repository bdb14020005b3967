import { stopRecomputationEndpoint } from "#shared/contract/stop-recomputation.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoJobs } from "#shared/storage/dynamo-jobs.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { stopRecomputation } from "./stop-recomputation.ts";

const jobs = dynamoJobs(dynamo, environment("JOBS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(stopRecomputationEndpoint, stopRecomputation(jobs), requests);
