import { BatchGetItemCommand, GetItemCommand, QueryCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { type Connect, type Item, n } from "./scratch-table.ts";

/** Reads an item, in every way in which a table can be read. */
export const everyRead = (connect: Connect, TableName: string, ConsistentRead: boolean) => ({
  get: async (Key: Item) => (await connect().send(new GetItemCommand({ TableName, Key, ConsistentRead }))).Item,

  query: async ({ residentId = n(0), item = n(0) }: Item) => {
    const { Items = [] } = await connect().send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "residentId = :r AND #i = :i",
        ExpressionAttributeNames: { "#i": "item" },
        ExpressionAttributeValues: { ":r": residentId, ":i": item },
        ConsistentRead,
      }),
    );
    return Items[0];
  },

  "batch get": async (key: Item) => {
    const RequestItems = { [TableName]: { Keys: [key], ConsistentRead } };
    return (await connect().send(new BatchGetItemCommand({ RequestItems }))).Responses?.[TableName]?.[0];
  },

  scan: async ({ residentId }: Item) => {
    const { Items = [] } = await connect().send(new ScanCommand({ TableName, ConsistentRead }));
    return Items.find((item) => item.residentId?.S === residentId?.S);
  },
});
