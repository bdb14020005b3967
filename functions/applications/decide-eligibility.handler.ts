import { decideEligibilityEndpoint } from "#shared/contract/application-steps-of-office.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { applicationStores } from "./application-stores.ts";
import { decideEligibility } from "./decide-eligibility.ts";

const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const stepping = applicationStores(environment("MESSAGES_TABLE"));

export const handler = route(decideEligibilityEndpoint, decideEligibility(stepping), requests);
