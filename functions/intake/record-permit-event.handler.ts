import { recordPermitEventEndpoint } from "#shared/contract/record-permit-event.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { recordPermitEvent } from "./record-permit-event.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(recordPermitEventEndpoint, recordPermitEvent(residents, { now, today }), requests);
