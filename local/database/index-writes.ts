import { dynalite } from "./dynalite.ts";
import type { Item } from "./item.ts";
import { keyspace } from "./keyspace.ts";
import type { Write } from "./level.ts";
import type { Table, TableIndex } from "./table.ts";

/**
 * The writes that bring a table's indexes from one version of an item to the next. dynalite's own tell entries of one
 * index key apart by 24 bits of a hash, so among some thousands of them one overwrites another.
 */
export const indexWrites = (table: Table, before: Item | undefined, after: Item | undefined): readonly Write[] =>
  (table.GlobalSecondaryIndexes ?? []).flatMap((index) => {
    const prefix = keyspace.entriesOf(table.TableName, index.IndexName);
    const left = before && isIn(index, before) && prefix + entryKey(table, index, before);
    const entered = after && isIn(index, after) && prefix + entryKey(table, index, after);
    const writes: Write[] = [];
    if (left && left !== entered) writes.push({ type: "del", key: left });
    if (entered) writes.push({ type: "put", key: entered, value: projected(table, index, after) });
    return writes;
  });

/** An entry's place: the index key, then the key of the item itself. */
export const entryKey = (table: Table, index: TableIndex, item: Item): string =>
  dynalite.createKey(item, table, index.KeySchema) + dynalite.createKey(item, table);

// an index is sparse: an item without its keys is not in it
const isIn = (index: TableIndex, item: Item): boolean =>
  index.KeySchema.every(({ AttributeName }) => item[AttributeName] !== undefined);

const projected = (table: Table, { KeySchema, Projection }: TableIndex, item: Item): Item => {
  if (Projection.ProjectionType === "ALL") return item;
  const keys = [...KeySchema, ...table.KeySchema].map(({ AttributeName }) => AttributeName);
  const kept = new Set([...keys, ...(Projection.NonKeyAttributes ?? [])]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => kept.has(name)));
};
