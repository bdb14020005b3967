import { BatchGetItemCommand, type BatchGetItemCommandInput, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Item } from "./attributes.ts";

/** DynamoDB's limit for one call. */
export const mostKeys = 100;

type Asked = NonNullable<BatchGetItemCommandInput["RequestItems"]>[string];

/** Several items by one strongly consistent call; those that a busy table left over are not among them. */
export const batchGet = async (client: DynamoDBClient, table: string, asked: Asked): Promise<readonly Item[]> => {
  const RequestItems = { [table]: { ...asked, ConsistentRead: true } };
  const { Responses } = await client.send(new BatchGetItemCommand({ RequestItems }));
  return Responses?.[table] ?? [];
};
