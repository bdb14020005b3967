import { recordDeliveryEndpoint } from "#shared/contract/messages.ts";
import { route } from "#shared/http/route.ts";
import { now } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoMessages } from "#shared/storage/dynamo-messages.ts";
import { recordDelivery } from "./record-delivery.ts";

const messages = dynamoMessages(dynamo, environment("MESSAGES_TABLE"));

export const handler = route(recordDeliveryEndpoint, recordDelivery(messages, now));
