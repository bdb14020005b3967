import { readInboxEndpoint } from "#shared/contract/messages.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoContacts } from "#shared/storage/dynamo-contacts.ts";
import { dynamoMessages } from "#shared/storage/dynamo-messages.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { readInbox } from "./read-inbox.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const contacts = dynamoContacts(dynamo, environment("CONTACTS_TABLE"));
const messages = dynamoMessages(dynamo, environment("MESSAGES_TABLE"));

export const handler = route(readInboxEndpoint, readInbox({ residents, contacts, messages, today }));
