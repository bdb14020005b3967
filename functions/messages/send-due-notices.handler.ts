import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoContacts } from "#shared/storage/dynamo-contacts.ts";
import { dynamoMessages } from "#shared/storage/dynamo-messages.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { sendDueNotices } from "./send-due-notices.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const contacts = dynamoContacts(dynamo, environment("CONTACTS_TABLE"));
const messages = dynamoMessages(dynamo, environment("MESSAGES_TABLE"));

export const handler = sendDueNotices({ residents, contacts, messages, today, now });
