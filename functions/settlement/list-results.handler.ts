import { listResultsEndpoint } from "#shared/contract/settlement-results.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { dynamoResults } from "#shared/storage/dynamo-results.ts";
import { listResults } from "./list-results.ts";

const programmes = dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE"));
const results = dynamoResults(dynamo, environment("RESULTS_TABLE"));

export const handler = route(listResultsEndpoint, listResults({ programmes, results }));
