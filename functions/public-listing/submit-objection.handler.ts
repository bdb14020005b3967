import { submitObjectionEndpoint } from "#shared/contract/objections.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { objectionStores } from "./objection-stores.ts";
import { submitObjection } from "./submit-objection.ts";

const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(submitObjectionEndpoint, submitObjection(objectionStores()), requests);
