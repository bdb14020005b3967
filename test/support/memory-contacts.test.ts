import { contactsCases } from "#test/shared/storage/contacts.cases.ts";
import { memoryContacts } from "./memory-contacts.ts";
import { memoryMessages } from "./memory-messages.ts";

contactsCases(async () => {
  const messages = memoryMessages();
  return { contacts: memoryContacts(messages), messages };
});
