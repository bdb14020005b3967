import type { Item } from "./item.ts";
import { keyspace } from "./keyspace.ts";
import type { Level, Write } from "./level.ts";
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

// every request asks for its table several times, and decoding the definition was a sixth of the engine's work
const known = new WeakMap<Level, Map<string, Table>>();

/** @throws a ResourceNotFoundException when there is no such table */
export const tableNamed = (level: Level, name: string): Table => {
  const tables = known.get(level) ?? new Map<string, Table>();
  known.set(level, tables);
  const table = tables.get(name) ?? (level.getSync(keyspace.tables + name) as Table | undefined);
  if (!table) throw wireError("ResourceNotFoundException", `Requested resource not found: Table: ${name} not found`);
  tables.set(name, table);
  return table;
};

/** After every commit: what it wrote of the definitions is read anew. */
export const forgetTablesIn = (level: Level, writes: readonly Write[]): void => {
  if (writes.some(({ key }) => key.startsWith(keyspace.tables))) known.delete(level);
};

/** The key of an item, out of all its attributes. */
export const keyOf = (table: Table, item: Item): Item => {
  const keys = new Set(table.KeySchema.map(({ AttributeName }) => AttributeName));
  return Object.fromEntries(Object.entries(item).filter(([name]) => keys.has(name)));
};
