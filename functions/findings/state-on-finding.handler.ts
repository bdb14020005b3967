import { stateOnFindingEndpoint } from "#shared/contract/findings.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { findingStores } from "./finding-stores.ts";
import { stateOnFinding } from "./state-on-finding.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(stateOnFindingEndpoint, stateOnFinding({ ...findingStores(), residents }), requests);
