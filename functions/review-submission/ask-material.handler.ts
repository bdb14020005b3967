import { askMaterialEndpoint } from "#shared/contract/review-steps-of-office.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { askMaterial } from "./ask-material.ts";
import { reviewStores } from "./review-stores.ts";

const tables = { messages: environment("MESSAGES_TABLE"), letters: environment("LETTERS_TABLE") };
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(askMaterialEndpoint, askMaterial(reviewStores(tables)), requests);
