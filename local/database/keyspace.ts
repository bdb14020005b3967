import type { Range } from "./level.ts";

/** Where things lie among the sorted keys. No table or index name can hold a "~". */
export const keyspace = {
  tables: "table~",
  tokens: "token~",
  sequence: "sequence~",
  itemsOf: (table: string): string => `item~${table}~`,
  entriesOf: (table: string, index: string): string => `index~${table}~${index}~`,
  recordsOf: (table: string): string => `stream~${table}~`,
  trimmed: (table: string): string => `trimmed~${table}~`,
} as const;

/** A range relative to a prefix, as a range of the whole keyspace. */
export const within = (prefix: string, { gt, gte = "", lt, lte = "\u{10ffff}", ...rest }: Range = {}): Range => ({
  ...rest,
  ...(gt === undefined ? { gte: prefix + gte } : { gt: prefix + gt }),
  ...(lt === undefined ? { lte: prefix + lte } : { lt: prefix + lt }),
});
