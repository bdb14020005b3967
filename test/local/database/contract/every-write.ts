import {
  BatchWriteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { type Connect, type Item, n } from "./scratch-table.ts";

/** Gives an item a version, in every way in which an item can be written. */
export const everyWrite = (connect: Connect, TableName: string) => ({
  put: (key: Item, version: number) =>
    connect().send(new PutItemCommand({ TableName, Item: { ...key, version: n(version) } })),

  update: (Key: Item, version: number) =>
    connect().send(
      new UpdateItemCommand({
        TableName,
        Key,
        UpdateExpression: "SET version = :v",
        ExpressionAttributeValues: { ":v": n(version) },
      }),
    ),

  "batch write": (key: Item, version: number) => {
    const PutRequest = { Item: { ...key, version: n(version) } };
    return connect().send(new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ PutRequest }] } }));
  },

  transaction: (key: Item, version: number) => {
    const Put = { TableName, Item: { ...key, version: n(version) } };
    return connect().send(new TransactWriteItemsCommand({ TransactItems: [{ Put }] }));
  },
});
