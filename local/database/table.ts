import type { Item } from "./item.ts";
import { keyspace } from "./keyspace.ts";
import type { Level } from "./level.ts";
import { wireError } from "./wire-error.ts";

export interface KeyElement {
  readonly AttributeName: string;
}

export interface TableIndex {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyElement[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
}

export interface Table {
  readonly TableName: string;
  readonly KeySchema: readonly KeyElement[];
  readonly GlobalSecondaryIndexes?: readonly TableIndex[];
  /** The attribute that says when an item expires. Not part of what DescribeTable shows. */
  readonly expiresBy?: string;
  readonly LatestStreamArn?: string;
  readonly LatestStreamLabel?: string;
}

/** @throws a ResourceNotFoundException when there is no such table */
export const tableNamed = (level: Level, name: string): Table => {
  const table = level.getSync(keyspace.tables + name);
  if (!table) throw wireError("ResourceNotFoundException", `Requested resource not found: Table: ${name} not found`);
  return table as Table;
};

/** The key of an item, out of all its attributes. */
export const keyOf = (table: Table, item: Item): Item => {
  const keys = new Set(table.KeySchema.map(({ AttributeName }) => AttributeName));
  return Object.fromEntries(Object.entries(item).filter(([name]) => keys.has(name)));
};
