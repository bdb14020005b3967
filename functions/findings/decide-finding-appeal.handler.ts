import { decideFindingAppealEndpoint } from "#shared/contract/findings.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { carryingOutStores } from "./carrying-out-stores.ts";
import { decideFindingAppeal } from "./decide-finding-appeal.ts";

const tables = { residents: environment("RESIDENTS_TABLE") };
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(decideFindingAppealEndpoint, decideFindingAppeal(carryingOutStores(tables)), requests);
