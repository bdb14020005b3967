import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import type { Item } from "./attributes.ts";

/** The first items of a query, and whether there are more. One more is asked for, so that a last page knows it is. */
export const queryPage = async (
  client: DynamoDBClient,
  query: QueryCommandInput,
  limit: number,
): Promise<{ readonly items: readonly Item[]; readonly more: boolean }> => {
  const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand({ ...query, Limit: limit + 1 }));
  // a page of items as large as a megabyte ends earlier than asked for
  return { items: Items.slice(0, limit), more: Items.length > limit || LastEvaluatedKey !== undefined };
};
