import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import { type Item, text } from "./attributes.ts";
import {
  batchFromItem,
  batchKey,
  batchToItem,
  feedOf,
  heldRowFromItem,
  heldRowToItem,
  recordPrefix,
  resultsFromItem,
  resultsPrefix,
  resultsToItems,
} from "./batch-items.ts";
import type { Batches, BatchName } from "./batches.ts";
import { failedCondition } from "./failed-condition.ts";
import { writeMany } from "./write-many.ts";

export const dynamoBatches = (client: DynamoDBClient, TableName: string): Batches => {
  const read: Batches["read"] = async (name) => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: batchKey(name), ConsistentRead: true }));
    return Item && batchFromItem(Item);
  };

  /** Whether the condition held. */
  const put = async (Item: Item, condition: Condition): Promise<boolean> => {
    try {
      await client.send(new PutItemCommand({ TableName, Item, ...condition }));
      return true;
    } catch (cause) {
      if (failedCondition(cause)) return false;
      throw new Error("batch not stored", { cause });
    }
  };

  const itemsOf = async (name: BatchName, prefix: string): Promise<readonly Item[]> => {
    const pages = paginateQuery(
      { client },
      {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "feed = :feed AND begins_with(#item, :prefix)",
        ExpressionAttributeNames: { "#item": "item" },
        ExpressionAttributeValues: { ":feed": feedOf(name), ":prefix": text(prefix) },
      },
    );
    const items: Item[] = [];
    for await (const { Items = [] } of pages) items.push(...Items);
    return items;
  };

  const write = (requests: readonly WriteRequest[]): Promise<void> => writeMany(client, TableName, requests);

  return {
    read,

    open: async (batch) => {
      if (await put(batchToItem(batch), { ConditionExpression: "attribute_not_exists(feed)" })) return batch;
      const standing = await read(batch);
      if (!standing) throw new Error("a batch that was there is gone");
      return standing;
    },

    advance: (batch, from) =>
      put(batchToItem(batch), {
        ConditionExpression: "batchState = :from",
        ExpressionAttributeValues: { ":from": text(from) },
      }),

    readResults: async (name, attempt) => (await itemsOf(name, resultsPrefix(attempt))).flatMap(resultsFromItem),

    keepResults: (name, attempt, results) =>
      write(resultsToItems(name, attempt, results).map((Item) => ({ PutRequest: { Item } }))),

    readRows: async (name) => (await itemsOf(name, recordPrefix)).map(heldRowFromItem),

    keepRows: (name, rows) => write(rows.map((row) => ({ PutRequest: { Item: heldRowToItem(name, row) } }))),

    forgetRows: async (name) => {
      const items = await itemsOf(name, recordPrefix);
      await write(items.map(({ feed, item }) => ({ DeleteRequest: { Key: { feed, item } as Item } })));
    },
  };
};

type Condition = Pick<PutItemCommand["input"], "ConditionExpression" | "ExpressionAttributeValues">;
