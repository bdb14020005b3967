import { endRelationEndpoint } from "#shared/contract/households.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { endRelation } from "./end-relation.ts";
import { keepingStores } from "./keeping-stores.ts";

const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(endRelationEndpoint, endRelation(keepingStores()), requests);
