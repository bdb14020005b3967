import { readRecomputationEndpoint } from "#shared/contract/recomputations.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoJobs } from "#shared/storage/dynamo-jobs.ts";
import { readRecomputation } from "./read-recomputation.ts";

export const handler = route(
  readRecomputationEndpoint,
  readRecomputation(dynamoJobs(dynamo, environment("JOBS_TABLE"))),
);
