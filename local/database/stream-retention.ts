import type { Engine } from "./engine.ts";
import { keyspace, within } from "./keyspace.ts";
import type { Write } from "./level.ts";
import { isStreamed, lastSequence, type StreamRecord, sequenceNumber, shardIds, trimmedThrough } from "./stream.ts";
import type { Table } from "./table.ts";

const retentionSeconds = 24 * 60 * 60;
/** So that a long stream holds up no other write for long, and memory stays small. */
const atATime = 500;

/** Deletes the records that are older than 24 hours, and remembers through which number. */
export const trimStreams = async (engine: Engine): Promise<void> => {
  const horizon = Date.now() / 1000 - retentionSeconds;
  for (const [table, shard] of await shardsOf(engine)) {
    const mark = keyspace.trimmed(table) + shard;
    await inParts(engine, prefixOf(table, shard), beforeEvery, (key, record) => {
      if (record.dynamodb.ApproximateCreationDateTime > horizon) return undefined;
      return [
        { type: "del", key },
        { type: "put", key: mark, value: record.dynamodb.SequenceNumber },
      ];
    });
  }
};

/** Makes all present records older, as though nobody had read them for so long, and trims those that are too old then. */
export const ageStreamRecords = async (engine: Engine, hours: number): Promise<void> => {
  const last = sequenceNumber(lastSequence(engine.level));
  for (const [table, shard] of await shardsOf(engine)) {
    const start = trimmedThrough(engine.level, table, shard);
    await inParts(engine, prefixOf(table, shard), start, (key, record) => {
      if (record.dynamodb.SequenceNumber > last) return undefined;
      const time = record.dynamodb.ApproximateCreationDateTime - hours * 60 * 60;
      const value = { ...record, dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: time } };
      return [{ type: "put", key, value }];
    });
  }
  await trimStreams(engine);
};

const beforeEvery = "";

const prefixOf = (table: string, shard: string): string => `${keyspace.recordsOf(table)}${shard}~`;

const shardsOf = async ({ level }: Engine): Promise<readonly (readonly [table: string, shard: string])[]> => {
  const names: string[] = [];
  for await (const table of level.values(within(keyspace.tables)) as AsyncIterable<Table>) {
    if (isStreamed(table)) names.push(table.TableName);
  }
  return names.flatMap((name) => shardIds.map((shard) => [name, shard] as const));
};

/** Goes through a shard in order, part by part, until a record asks for nothing more. */
const inParts = async (
  { level, write }: Engine,
  prefix: string,
  start: string,
  writesFor: (key: string, record: StreamRecord) => readonly Write[] | undefined,
): Promise<void> => {
  let after: string | undefined = start;
  while (after !== undefined) {
    const from: string = after;
    after = undefined;
    await write(async () => {
      const writes = new Map<string, Write>();
      let count = 0;
      for await (const [key, record] of level.iterator(within(prefix, { gt: from }))) {
        const wanted = writesFor(key, record as StreamRecord);
        if (!wanted) break;
        for (const each of wanted) writes.set(each.key, each);
        count += 1;
        if (count < atATime) continue;
        after = key.slice(prefix.length);
        break;
      }
      return { answer: {}, writes: [...writes.values()] };
    });
  }
};
