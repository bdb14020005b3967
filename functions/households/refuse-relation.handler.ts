import { refuseRelationEndpoint } from "#shared/contract/households.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { keepingStores } from "./keeping-stores.ts";
import { refuseRelation } from "./refuse-relation.ts";

const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(refuseRelationEndpoint, refuseRelation(keepingStores()), requests);
