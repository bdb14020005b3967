import { withdrawApplicationEndpoint } from "#shared/contract/application-steps-of-person.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { sqs } from "#shared/storage/sqs-client.ts";
import { sqsSettlementQueue } from "#shared/storage/sqs-settlement-queue.ts";
import { applicationStores } from "./application-stores.ts";
import { withdrawApplication } from "./withdraw-application.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const settlement = sqsSettlementQueue(sqs, environment("SETTLEMENT_QUEUE_URL"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const withdrawing = { ...applicationStores(), residents, settlement };

export const handler = route(withdrawApplicationEndpoint, withdrawApplication(withdrawing), requests);
