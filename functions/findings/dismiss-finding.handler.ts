import { dismissFindingEndpoint } from "#shared/contract/findings.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dismissFinding } from "./dismiss-finding.ts";
import { findingStores } from "./finding-stores.ts";

const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const stepping = {
  ...findingStores({ messages: environment("MESSAGES_TABLE") }),
  residents: dynamoResidents(dynamo, environment("RESIDENTS_TABLE")),
};

export const handler = route(dismissFindingEndpoint, dismissFinding(stepping), requests);
