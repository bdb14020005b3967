import { beginSettlementEndpoint } from "#shared/contract/settlement.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { beginSettlement } from "./begin-settlement.ts";
import { settlingStores } from "./settling-stores.ts";

const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(beginSettlementEndpoint, beginSettlement(settlingStores()), requests);
