import { changeApplicationEndpoint } from "#shared/contract/application-steps-of-person.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { applyingStores } from "./applying-stores.ts";
import { changeApplication } from "./change-application.ts";

const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(changeApplicationEndpoint, changeApplication(applyingStores()), requests);
