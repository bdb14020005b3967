import { readMessageEndpoint } from "#shared/contract/messages.ts";
import { route } from "#shared/http/route.ts";
import { now } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { chosenIdentityKeys } from "#shared/storage/chosen-identity-keys.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoContacts } from "#shared/storage/dynamo-contacts.ts";
import { dynamoMessages } from "#shared/storage/dynamo-messages.ts";
import { readMessage } from "./read-message.ts";

const contacts = dynamoContacts(dynamo, environment("CONTACTS_TABLE"));
const messages = dynamoMessages(dynamo, environment("MESSAGES_TABLE"));
const read = readMessage({ messages, contacts, keys: chosenIdentityKeys(), now });

export const handler = route(readMessageEndpoint, read);
