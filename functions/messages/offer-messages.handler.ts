import type { MessageId } from "#shared/domain/message.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoContacts } from "#shared/storage/dynamo-contacts.ts";
import { dynamoMessages } from "#shared/storage/dynamo-messages.ts";
import { sqs } from "#shared/storage/sqs-client.ts";
import { sqsIdQueue } from "#shared/storage/sqs-id-queue.ts";
import { offerMessages } from "./offer-messages.ts";

const contacts = dynamoContacts(dynamo, environment("CONTACTS_TABLE"));
const messages = dynamoMessages(dynamo, environment("MESSAGES_TABLE"));
const queue = sqsIdQueue<MessageId>(sqs, environment("MESSAGE_QUEUE_URL"));

export const handler = offerMessages({ messages, contacts, queue });
