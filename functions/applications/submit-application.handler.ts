import { submitApplicationEndpoint } from "#shared/contract/applications.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { applyingStores } from "./applying-stores.ts";
import { submitApplication } from "./submit-application.ts";

const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(submitApplicationEndpoint, submitApplication(applyingStores()), requests);
