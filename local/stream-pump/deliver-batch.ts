import { setTimeout as delay } from "node:timers/promises";
import type { Outcome } from "../functions/execution.ts";
import type { StreamMapping } from "../template/event-source-mappings.ts";
import { firstFailure } from "./batch-outcome.ts";
import { failedBatchMessage, type GivenUp } from "./failed-batch.ts";
import type { ReadRecord } from "./read-record.ts";

/** What a batch is delivered with. */
export interface Delivery {
  readonly mapping: StreamMapping;
  readonly streamArn: string;
  readonly shardId: string;
  readonly invoke: (functionName: string, event: string) => Promise<Outcome>;
  readonly sendToQueue: (queueName: string, body: string) => Promise<unknown>;
  readonly log: (text: string) => void;
  /** Whether the first answer is taken for lost. */
  readonly isTwice: () => boolean;
  readonly firstPauseMs: number;
  readonly largestPauseMs: number;
  /** Ends the retries; what isn't done then is delivered again by whoever comes next. */
  readonly signal: AbortSignal;
  readonly done: (records: readonly ReadRecord[]) => void;
}

/** Part of a batch, and how often all of it was tried. */
interface Piece {
  readonly records: readonly ReadRecord[];
  readonly attempts: number;
}

/**
 * Delivers the records, in order, until each is done or given up: no record overtakes an earlier one.
 * @throws AbortError where the signal came first
 */
export const deliverBatch = async (delivery: Delivery, records: readonly ReadRecord[]): Promise<void> => {
  const { mapping, signal, firstPauseMs, largestPauseMs } = delivery;
  let [piece, ...later]: readonly Piece[] = [{ records, attempts: 0 }];
  while (piece) {
    signal.throwIfAborted();
    const young = withoutTooOld(piece, mapping);
    if (young.records.length < piece.records.length) {
      const tooOld = piece.records.slice(0, piece.records.length - young.records.length);
      await giveUp(delivery, { records: tooOld, condition: "RecordAgeExceeded", invokeCount: piece.attempts });
      [piece, ...later] = young.records.length > 0 ? [young, ...later] : later;
      continue;
    }

    const outcome = await attempt(delivery, piece.records);
    const sequences = piece.records.map(({ sequence }) => sequence);
    const failedAt = firstFailure(outcome, sequences, mapping.reportsBatchItemFailures);
    delivery.done(piece.records.slice(0, failedAt));
    if (failedAt === undefined) {
      [piece, ...later] = later;
      continue;
    }

    const invokeCount = piece.attempts + 1;
    const next = afterFailure(piece, failedAt, mapping);
    if (next.length === 0) {
      const lost = piece.records.slice(failedAt);
      await giveUp(delivery, { records: lost, condition: "RetryAttemptsExhausted", invokeCount, outcome });
    } else {
      await delay(Math.min(firstPauseMs * 2 ** piece.attempts, largestPauseMs), undefined, { signal });
    }
    [piece, ...later] = [...next, ...later];
  }
};

/**
 * What is tried next: nothing when the retries are used up. Where the mapping bisects, splitting is no retry: at the
 * first record that failed, and in halves when that is the very first.
 */
const afterFailure = ({ records, attempts }: Piece, failedAt: number, mapping: StreamMapping): readonly Piece[] => {
  const left = records.slice(failedAt);
  if (mapping.bisectsOnError && records.length > 1) {
    const half = Math.ceil(left.length / 2);
    const parts = failedAt > 0 ? [left] : [left.slice(0, half), left.slice(half)];
    return parts.map((part) => ({ records: part, attempts }));
  }
  const isOver = attempts >= (mapping.maximumRetryAttempts ?? Number.POSITIVE_INFINITY);
  return isOver ? [] : [{ records: left, attempts: attempts + 1 }];
};

const attempt = async (delivery: Delivery, records: readonly ReadRecord[]): Promise<Outcome> => {
  const { mapping, invoke, isTwice } = delivery;
  const event = `{"Records":[${records.map(({ json }) => json).join(",")}]}`;
  try {
    if (isTwice()) await invoke(mapping.functionName, event);
    return await invoke(mapping.functionName, event);
  } catch (error) {
    return { type: "failed", errorType: "NotInvoked", errorMessage: String(error) };
  }
};

// what the stream itself no longer holds isn't tried for ever
const retentionSeconds = 24 * 60 * 60;

/** Records lie in the order of their times, so the too old ones come first. */
const withoutTooOld = ({ records, attempts }: Piece, { maximumRecordAgeSeconds }: StreamMapping): Piece => {
  const oldest = Date.now() / 1000 - (maximumRecordAgeSeconds ?? retentionSeconds);
  const firstYoung = records.findIndex(({ createdAt }) => createdAt >= oldest);
  return { records: firstYoung === -1 ? [] : records.slice(firstYoung), attempts };
};

type Loss = Pick<GivenUp, "records" | "condition" | "invokeCount"> & { readonly outcome?: Outcome };

/** Goes on once the destination knows: a record is never given up in silence. */
const giveUp = async (delivery: Delivery, { outcome, ...loss }: Loss): Promise<void> => {
  const { mapping, streamArn, shardId, sendToQueue, log, signal, largestPauseMs } = delivery;
  log(`gave up ${loss.records.length} records from ${loss.records[0]?.sequence} on (${loss.condition})`);
  const message = failedBatchMessage({ ...loss, functionName: mapping.functionName, streamArn, shardId, outcome });
  while (mapping.onFailureQueue !== undefined) {
    try {
      await sendToQueue(mapping.onFailureQueue, message);
      break;
    } catch (error) {
      log(`the destination on failure doesn't take it: ${error}`);
      await delay(largestPauseMs, undefined, { signal });
    }
  }
  delivery.done(loss.records);
};
