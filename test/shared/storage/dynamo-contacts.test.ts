import { dynamoContacts } from "#shared/storage/dynamo-contacts.ts";
import { dynamoMessages } from "#shared/storage/dynamo-messages.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { contactsCases } from "./contacts.cases.ts";

const database = testDatabase();

contactsCases(async () => {
  const { client, makeTable } = database();
  const outbox = await makeTable("messages");
  const contacts = dynamoContacts(client, await makeTable("contacts"), outbox);
  return { contacts, messages: dynamoMessages(client, outbox) };
});
