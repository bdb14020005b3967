import type { ContactPoint } from "#shared/domain/contact-point.ts";
import type { Contacts } from "#shared/storage/contacts.ts";
import { memoryMessages } from "./memory-messages.ts";

/** Contact points for tests of what stands on them; it passes the same cases as the table. */
export const memoryContacts = (outbox = memoryMessages()): Contacts => {
  const contacts = new Map<string, ContactPoint>();
  return {
    read: async (residentId) => contacts.get(residentId),

    save: async (contact, message) => {
      if ((contacts.get(contact.residentId)?.version ?? 0) !== contact.version - 1) return "overtaken";
      contacts.set(contact.residentId, structuredClone(contact));
      if (message) outbox.putTogether(message);
      return "saved";
    },
  };
};
