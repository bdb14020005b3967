import { type DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { ContactPoint } from "#shared/domain/contact-point.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { type Item, json, jsonIn, text, whole } from "./attributes.ts";
import type { Contacts } from "./contacts.ts";
import { cancellations } from "./failed-condition.ts";
import { followsOn } from "./follows-on.ts";
import { messagePut } from "./message-put.ts";
import { patiently } from "./patiently.ts";

/** `outbox`: the table of messages, for whoever changes contact points. */
export const dynamoContacts = (client: DynamoDBClient, TableName: string, outbox?: string): Contacts => ({
  read: async (residentId) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: contactKey(residentId), ConsistentRead: true }),
    );
    return Item && contactFromItem(Item);
  },

  save: async (contact, message) => {
    const current = {
      Put: { TableName, Item: contactToItem(contact), ...followsOn(contact.version - 1) },
    };
    const TransactItems = [current, ...(message ? [messagePut(outbox, message)] : [])];
    try {
      await patiently(() => client.send(new TransactWriteItemsCommand({ TransactItems })));
      return "saved";
    } catch (cause) {
      if (cancellations(cause)?.[0] === "condition") return "overtaken";
      throw new Error("contact point not saved", { cause });
    }
  },
});

const contactKey = (residentId: ResidentId): Item => ({ residentId: text(residentId) });

const contactToItem = (contact: ContactPoint): Item => ({
  ...contactKey(contact.residentId),
  version: whole(contact.version),
  contact: json(contact),
});

const contactFromItem = (item: Item): ContactPoint => jsonIn(item, "contact");
