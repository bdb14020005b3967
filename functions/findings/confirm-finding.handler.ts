import { confirmFindingEndpoint } from "#shared/contract/findings.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { carryingOutStores } from "./carrying-out-stores.ts";
import { confirmFinding } from "./confirm-finding.ts";

const tables = { residents: environment("RESIDENTS_TABLE"), letters: environment("LETTERS_TABLE") };
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(confirmFindingEndpoint, confirmFinding(carryingOutStores(tables)), requests);
