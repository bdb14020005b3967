import type { DynamoDBClient, QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { type Item, textIn } from "./attributes.ts";
import { fromCursor, toCursor } from "./cursor.ts";
import { queryPage } from "./query-page.ts";
import type { Page, PageRequest } from "./scores.ts";

/** A query whose pages go on where a cursor says. */
export interface PagedQuery extends Omit<QueryCommandInput, "TableName"> {
  /** The attribute that says where a page ended. */
  readonly keyName: string;
  readonly places: RegExp;
  readonly startAt: (place: string) => Item;
}

/**
 * One page of a table's query.
 * @throws Refusal invalid-request when the cursor is none of ours
 */
export const pagesOf =
  (client: DynamoDBClient, TableName: string) =>
  async <Entry>(
    { keyName, places, startAt, ...query }: PagedQuery,
    { limit, cursor }: PageRequest,
    fromItem: (item: Item) => Entry,
  ): Promise<Page<Entry>> => {
    const start = cursor === undefined ? {} : { ExclusiveStartKey: startAt(fromCursor(cursor, places)) };
    const { items, more } = await queryPage(client, { TableName, ...query, ...start }, limit);
    const last = items.at(-1);
    return { entries: items.map(fromItem), ...(more && last && { cursor: toCursor(textIn(last, keyName)) }) };
  };
