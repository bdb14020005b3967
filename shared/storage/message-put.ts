import type { Message } from "#shared/domain/message.ts";
import { messageToItem, waiting } from "./message-items.ts";

/**
 * The write that puts a message into the outbox, for the transaction of what it tells of. The same occasion told twice
 * fails its condition.
 * @throws Error where nobody said which table the outbox is
 */
export const messagePut = (TableName: string | undefined, message: Message) => {
  if (TableName === undefined) throw new Error("a message for an outbox that is not known here");
  const Item = messageToItem(waiting(message));
  return { Put: { TableName, Item, ConditionExpression: "attribute_not_exists(messageId)" } };
};
