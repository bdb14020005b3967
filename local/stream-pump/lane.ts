import { EventEmitter, once } from "node:events";
import type { ReadRecord } from "./read-record.ts";

/** Records that keep their order, on their way into batches. */
export interface Lane {
  readonly put: (record: ReadRecord) => void;
  /** The next batch, as soon as it is full or its window is over. @throws AbortError where the signal came first */
  readonly next: () => Promise<readonly ReadRecord[]>;
}

export interface LaneOptions {
  readonly batchSize: number;
  readonly batchingWindowMs: number;
  readonly signal: AbortSignal;
}

// what Lambda takes as an event
const maxEventBytes = 6 * 1024 * 1024 - 1024;

export const openLane = ({ batchSize, batchingWindowMs, signal }: LaneOptions): Lane => {
  const waiting: ReadRecord[] = [];
  const arrivals = new EventEmitter();

  /** How many of those waiting go into one batch: at least one. */
  const fitting = (): number => {
    let bytes = 0;
    const tooMany = waiting.slice(0, batchSize).findIndex(({ json }) => {
      bytes += Buffer.byteLength(json) + 1;
      return bytes > maxEventBytes;
    });
    return tooMany === -1 ? Math.min(batchSize, waiting.length) : Math.max(1, tooMany);
  };
  const isFull = () => waiting.length >= batchSize || fitting() < waiting.length;

  const untilFull = async (): Promise<void> => {
    const over = AbortSignal.any([signal, AbortSignal.timeout(batchingWindowMs)]);
    while (!isFull()) {
      try {
        await once(arrivals, "record", { signal: over });
      } catch {
        return signal.throwIfAborted();
      }
    }
  };

  return {
    put: (record) => {
      waiting.push(record);
      arrivals.emit("record");
    },
    next: async () => {
      if (waiting.length === 0) await once(arrivals, "record", { signal });
      if (batchingWindowMs > 0) await untilFull();
      return waiting.splice(0, fitting());
    },
  };
};
