import { setTimeout } from "node:timers/promises";
import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from "@aws-sdk/client-dynamodb";

/** Puts and deletes without conditions, as many as there are: for items that only their own writer writes. */
export const writeMany = async (
  client: DynamoDBClient,
  table: string,
  requests: readonly WriteRequest[],
): Promise<void> => {
  let pending = requests;
  let fruitless = 0;
  while (pending.length > 0) {
    const now = pending.slice(0, mostPerCall);
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: [...now] } }));
    const left = UnprocessedItems?.[table] ?? [];
    fruitless = left.length === now.length ? fruitless + 1 : 0;
    if (fruitless > 6) throw new Error("items not written: the table is too busy");
    // what a busy table left over gets a pause that grows
    if (left.length > 0) await setTimeout(25 * 2 ** fruitless);
    pending = [...left, ...pending.slice(mostPerCall)];
  }
};

const mostPerCall = 25;
