import type { EventEmitter } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { crc32 } from "node:zlib";
import type { DynamoDBStreamsClient, _Record as StreamRecord } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord } from "aws-lambda";
import type { StreamMapping } from "../template/event-source-mappings.ts";
import { type Delivery, deliverBatch } from "./deliver-batch.ts";
import { lambdaRecord } from "./lambda-record.ts";
import { type Lane, openLane } from "./lane.ts";
import { matchesFilter } from "./matches-filter.ts";
import { trackProgress } from "./progress.ts";
import { newsOf } from "./shard-news.ts";
import { isTrimmed, iteratorAfter, readPage, type Shard } from "./stream-reader.ts";

export interface Following extends Omit<Delivery, "done" | "streamArn" | "shardId"> {
  readonly client: DynamoDBStreamsClient;
  readonly shard: Shard;
  /** Emits `<table> <shard>` when there are new records. */
  readonly news?: EventEmitter;
  /** Until a shard with news is asked; without `news` until it is asked again: twice as long each time, up to ten times. */
  readonly pollMs: number;
  /** Through which record all is done. */
  readonly checkpoint: () => string | undefined;
  readonly save: (sequence: string) => void;
}

// bounds what lies in memory: a page is at most as many again
const readAhead = 1000;
const pauseAfterFault = 1000;

/** Reads one shard from its checkpoint on and delivers what matches, until the signal. A fault ends nothing else. */
export const followShard = async (following: Following): Promise<void> => {
  const { signal, log } = following;
  while (!signal.aborted) {
    const attempt = new AbortController();
    const either = AbortSignal.any([signal, attempt.signal]);
    const parts = partsOf({ ...following, signal: either });
    for (const part of parts) {
      part.catch((error) => {
        if (!either.aborted) log(`begins again at the checkpoint: ${error}`);
        attempt.abort();
      });
    }
    await Promise.allSettled(parts);
    await delay(pauseAfterFault, undefined, { signal }).catch(() => undefined);
  }
};

/** One reads, and each lane delivers what it is given. */
const partsOf = (following: Following): readonly Promise<void>[] => {
  const { mapping, shard, signal } = following;
  const { batchSize, batchingWindowSeconds, parallelizationFactor } = mapping;
  const progress = trackProgress(following.save);
  const lanes = Array.from({ length: parallelizationFactor }, () =>
    openLane({ batchSize, batchingWindowMs: batchingWindowSeconds * 1000, signal }),
  );
  const delivery: Delivery = {
    ...following,
    streamArn: shard.streamArn,
    shardId: shard.shardId,
    done: (records) => progress.end(records.map(({ sequence }) => sequence)),
  };
  const deliverAll = async (lane: Lane): Promise<void> => {
    while (!signal.aborted) await deliverBatch(delivery, await lane.next());
  };

  const take = (page: readonly StreamRecord[]): void => {
    const records = page.map((record) => lambdaRecord(record, shard.streamArn));
    progress.begin(records.map(sequenceOf));
    for (const record of records.filter((each) => isWanted(mapping, each))) {
      // one partition key, one lane
      const key = JSON.stringify(record.dynamodb?.Keys?.[shard.partitionKey]);
      const createdAt = record.dynamodb?.ApproximateCreationDateTime ?? 0;
      lanes[crc32(key) % lanes.length]?.put({ sequence: sequenceOf(record), createdAt, json: JSON.stringify(record) });
    }
    progress.end(records.filter((each) => !isWanted(mapping, each)).map(sequenceOf));
  };

  return [readAll(following, take, progress.open), ...lanes.map(deliverAll)];
};

export const isWanted = ({ filters }: StreamMapping, record: DynamoDBRecord): boolean =>
  filters.length === 0 || filters.some((pattern) => matchesFilter(pattern, record));

const sequenceOf = (record: {
  readonly dynamodb?: { readonly SequenceNumber?: string | undefined } | undefined;
}): string => record.dynamodb?.SequenceNumber ?? "";

const readAll = async (
  { client, mapping, shard, news, pollMs, checkpoint, log, signal }: Following,
  take: (page: readonly StreamRecord[]) => void,
  open: () => number,
): Promise<void> => {
  let position = checkpoint();
  let iterator: string | undefined;
  let emptyPages = 0;
  const told = news && newsOf(news, `${mapping.tableName} ${shard.shardId}`, signal);
  const untilAskedAgain = async (): Promise<void> => {
    await told?.next();
    await delay(told ? pollMs : pollMs * Math.min(2 ** (emptyPages - 1), 10), undefined, { signal });
  };
  while (!signal.aborted) {
    try {
      iterator ??= await iteratorAfter(client, shard, position);
      told?.heard();
      const { records, next } = await readPage(client, iterator);
      iterator = next;
      signal.throwIfAborted();
      take(records);
      position = records.at(-1)?.dynamodb?.SequenceNumber ?? position;
      emptyPages = records.length === 0 ? emptyPages + 1 : 0;
      if (emptyPages > 0) await untilAskedAgain();
      while (open() > readAhead) await delay(pollMs, undefined, { signal });
    } catch (error) {
      if (signal.aborted) return;
      // an iterator lasts for 15 minutes; behind a record that failed for long another is asked for
      iterator = undefined;
      if (!isTrimmed(error)) {
        log(`reads again: ${error}`);
        await delay(pauseAfterFault, undefined, { signal });
        continue;
      }
      log(
        `records after ${position} were older than 24 hours and are gone: goes on with the oldest there is. A sweep finds what they changed`,
      );
      position = undefined;
    }
  }
};
