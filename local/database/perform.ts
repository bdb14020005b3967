import { Stream } from "node:stream";
import type { Action, Done } from "./dynalite.ts";
import { entryKey, indexWrites } from "./index-writes.ts";
import type { Item } from "./item.ts";
import { itemSize } from "./item-size.ts";
import { keyspace, within } from "./keyspace.ts";
import type { Level, Range, Snapshot, Write } from "./level.ts";
import { type Table, tableNamed } from "./table.ts";
import { wireError } from "./wire-error.ts";

/** What an action answers, and what is left to write for the answer to be true. */
export interface Performed {
  readonly answer: object;
  readonly writes: readonly Write[];
  /** Whether time to live removes the item, and nobody's request. */
  readonly isExpiry?: boolean;
}

export const maxItemSize = 400 * 1024;

/**
 * Runs one of dynalite's actions on a store that reads the given state and only collects what would be written: so that
 * an item and its index entries, and all operations of a transaction, can be one batch.
 */
export const perform = (
  level: Level,
  action: Action,
  request: object,
  stateOf: (table: string) => Snapshot | undefined = () => undefined,
): Promise<Performed> =>
  new Promise((resolve, reject) => {
    const writes: Write[] = [];

    const read = (table: string, key: string) =>
      level.getSync(keyspace.itemsOf(table) + key, { snapshot: stateOf(table) }) as Item | undefined;

    const stream = (table: string, range: Range) =>
      emitting(level.values({ ...range, snapshot: stateOf(table) }), reject);

    const change = (table: string, key: string, after: Item | undefined, done: Done<void>): void => {
      const place = keyspace.itemsOf(table) + key;
      writes.push(after ? { type: "put", key: place, value: after } : { type: "del", key: place });
      writes.push(...indexWrites(tableNamed(level, table), read(table, key), after));
      const isTooLarge = after && itemSize(after) > maxItemSize;
      done(isTooLarge ? wireError("ValidationException", "Item size has exceeded the maximum allowed size") : null);
    };

    const store = {
      options: { maxItemSize },
      getTable: (name: string, done: Done<Table>) => done(null, tableNamed(level, name)),
      getItemDb: (table: string) => ({
        // writes take turns, see engine.ts
        lock: (_key: string, run: (release: <T>(done: T) => T) => void) => run((done) => done),
        get: (key: string, done: Done<Item>) => done(null, read(table, key)),
        put: (key: string, item: Item, done: Done<void>) => change(table, key, item, done),
        del: (key: string, done: Done<void>) => change(table, key, undefined, done),
        createValueStream: (range: Range) => stream(table, within(keyspace.itemsOf(table), range)),
      }),
      getIndexDb: (_kind: string, table: string, index: string) => ({
        // entries are written with their item
        put: (_key: string, _entry: Item, done: Done<void>) => done(null),
        del: (_key: string, done: Done<void>) => done(null),
        createValueStream: (range: Range) => {
          const from = startingAfter(request, tableNamed(level, table), index, range);
          return stream(table, within(keyspace.entriesOf(table, index), from));
        },
      }),
    };

    action(store, request, (error, answer = {}) => (error ? reject(error) : resolve({ answer, writes })));
  });

// dynalite's own start key ends in the hash that index-writes.ts does without
const startingAfter = (request: object, table: Table, indexName: string, range: Range): Range => {
  const { ExclusiveStartKey: last } = request as { readonly ExclusiveStartKey?: Item };
  const index = table.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === indexName);
  if (!last || !index) return range;
  return { ...range, [range.reverse ? "lt" : "gt"]: entryKey(table, index, last) };
};

/** Values as the events dynalite reads. What a listener throws reaches `fail`, where it would have ended the process. */
const emitting = (values: AsyncIterable<unknown>, fail: (cause: unknown) => void): Stream => {
  let isWanted = true;
  const destroy = () => {
    isWanted = false;
  };
  // a Stream and no mere emitter: those dynalite reads twice over
  const events = Object.assign(new Stream(), { destroy });

  const emitAll = async (): Promise<void> => {
    for await (const value of values) {
      events.emit("data", value);
      if (!isWanted) return;
    }
    events.emit("end");
  };
  emitAll().catch(fail);
  return events;
};
