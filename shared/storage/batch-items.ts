import type { Batch, RowResult } from "#shared/domain/batch.ts";
import { type Item, json, jsonIn, text } from "./attributes.ts";
import type { BatchName, HeldRow } from "./batches.ts";

/** The keys and codecs of the batches in the table `feeds`. */
export const feedOf = ({ department, batchId }: BatchName) => text(`batch#${department}#${batchId}`);

export const batchKey = (name: BatchName): Item => ({ feed: feedOf(name), item: text("current") });

export const batchToItem = (batch: Batch): Item => ({
  ...batchKey(batch),
  batchState: text(batch.state),
  batch: json(batch),
});

export const batchFromItem = (item: Item): Batch => jsonIn(item, "batch");

export const recordPrefix = "record#";
export const resultsPrefix = (attempt: string): string => `results#${attempt}#`;

export const heldRowToItem = (name: BatchName, row: HeldRow): Item => ({
  feed: feedOf(name),
  item: text(`${recordPrefix}${number(row.row)}`),
  held: json(row),
});

export const heldRowFromItem = (item: Item): HeldRow => jsonIn(item, "held");

/** Some at a time: an item may take 400 kB, and a refused row says a lot. */
export const resultsToItems = (name: BatchName, attempt: string, results: readonly RowResult[]): readonly Item[] =>
  Array.from({ length: Math.ceil(results.length / rowsPerItem) }, (_, at) => ({
    feed: feedOf(name),
    item: text(`${resultsPrefix(attempt)}${number(at)}`),
    results: json(results.slice(at * rowsPerItem, (at + 1) * rowsPerItem)),
  }));

export const resultsFromItem = (item: Item): readonly RowResult[] => jsonIn(item, "results");

const rowsPerItem = 25;

const number = (value: number): string => `${value}`.padStart(3, "0");
