import { decideReopeningEndpoint } from "#shared/contract/review-steps-of-office.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { decideReopening } from "./decide-reopening.ts";
import { reviewStores } from "./review-stores.ts";

const tables = { residents: environment("RESIDENTS_TABLE"), messages: environment("MESSAGES_TABLE") };
const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(
  decideReopeningEndpoint,
  decideReopening({ ...reviewStores(tables), residents }),
  requests,
);
