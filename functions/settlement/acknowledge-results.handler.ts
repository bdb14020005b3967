import { acknowledgeResultsEndpoint } from "#shared/contract/settlement-results.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResults } from "#shared/storage/dynamo-results.ts";
import { acknowledgeResults } from "./acknowledge-results.ts";

const programmes = dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE"));
const results = dynamoResults(dynamo, environment("RESULTS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(acknowledgeResultsEndpoint, acknowledgeResults({ programmes, results }), requests);
