import { requestRecomputationEndpoint } from "#shared/contract/recomputations.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { requestRecomputation } from "./request-recomputation.ts";
import { workStores } from "./work-stores.ts";

const stores = workStores({
  jobs: environment("JOBS_TABLE"),
  residents: environment("RESIDENTS_TABLE"),
  scores: environment("SCORES_TABLE"),
  messages: environment("MESSAGES_TABLE"),
  machine: environment("RECOMPUTATION_MACHINE_ARN"),
});
const request = requestRecomputation({ ...stores, standards: publishedStandards(), today, now });
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(requestRecomputationEndpoint, request, requests);
