import { randomBytes } from "node:crypto";
import type { Item } from "./item.ts";
import { itemSize } from "./item-size.ts";
import { keyspace } from "./keyspace.ts";
import type { Level, Write } from "./level.ts";
import type { Performed } from "./perform.ts";
import { sameItem } from "./same-item.ts";
import { isStreamed, lastSequence, type StreamedTable, type StreamRecord, sequenceNumber, shardOf } from "./stream.ts";
import { keyOf, tableNamed } from "./table.ts";

/** One item of a streamed table, about to be written. */
interface Change {
  readonly table: StreamedTable;
  /** Where the item lies within its table. */
  readonly key: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

type RecordsOf = (performed: Performed) => readonly Write[];

/**
 * What a batch adds to the streams of its tables. It becomes part of that batch, so that nothing can come between a
 * write and its record; and since writes take turns, numbers are given in the order of the commits.
 */
export const streamRecorder = (level: Level): RecordsOf => {
  let last = lastSequence(level);

  return ({ writes, isExpiry = false }) => {
    const time = Math.floor(Date.now() / 1000);
    const records = changesIn(level, writes).map(({ table, key, before, after }): Write => {
      last += 1;
      const record = recordOf({ table, before, after, sequence: sequenceNumber(last), time, isExpiry });
      return {
        type: "put",
        key: `${keyspace.recordsOf(table.TableName)}${shardOf(key)}~${sequenceNumber(last)}`,
        value: record,
      };
    });
    return records.length === 0 ? [] : [...records, { type: "put", key: keyspace.sequence, value: last }];
  };
};

/** A shard of a table's stream: `<table> <shard>`. */
export type StreamShard = string;

/** The shards that the recorder's writes went to. */
export const shardsIn = (records: readonly Write[]): readonly StreamShard[] => [
  ...new Set(records.flatMap(({ key }) => recordPlace.exec(key)?.slice(1).join(" ") ?? [])),
];

const changesIn = (level: Level, writes: readonly Write[]): readonly Change[] => {
  const streamed = new Map<string, StreamedTable | undefined>();
  const tableOf = (name: string): StreamedTable | undefined => {
    if (!streamed.has(name)) {
      const table = tableNamed(level, name);
      // a table that goes takes its stream along
      const goes = writes.some(({ type, key }) => type === "del" && key === keyspace.tables + name);
      streamed.set(name, isStreamed(table) && !goes ? table : undefined);
    }
    return streamed.get(name);
  };

  return writes.flatMap((write) => {
    const name = itemPlace.exec(write.key)?.[1];
    const table = name === undefined ? undefined : tableOf(name);
    if (!table) return [];
    const key = write.key.slice(keyspace.itemsOf(table.TableName).length);
    const before = level.getSync(write.key) as Item | undefined;
    const after = write.type === "put" ? (write.value as Item) : undefined;
    const isSame = before && after ? sameItem(before, after) : before === after;
    return isSame ? [] : [{ table, key, before, after }];
  });
};

const itemPlace = new RegExp(`^${keyspace.itemsOf("([^~]+)")}`);
const recordPlace = new RegExp(`^${keyspace.recordsOf("([^~]+)")}([^~]+)~`);

interface Recorded extends Omit<Change, "key"> {
  readonly sequence: string;
  readonly time: number;
  readonly isExpiry: boolean;
}

const recordOf = ({ table, before, after, sequence, time, isExpiry }: Recorded): StreamRecord => {
  const Keys = keyOf(table, after ?? before ?? {});
  return {
    eventID: randomBytes(16).toString("hex"),
    eventName: !before ? "INSERT" : after ? "MODIFY" : "REMOVE",
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: "local",
    dynamodb: {
      ApproximateCreationDateTime: time,
      Keys,
      ...(after && { NewImage: after }),
      ...(before && { OldImage: before }),
      SequenceNumber: sequence,
      SizeBytes: itemSize(Keys) + itemSize(before ?? {}) + itemSize(after ?? {}),
      StreamViewType: "NEW_AND_OLD_IMAGES",
    },
    ...(isExpiry && { userIdentity: { Type: "Service", PrincipalId: "dynamodb.amazonaws.com" } }),
  };
};
