import type { Level } from "./level.ts";
import type { Performed } from "./perform.ts";
import { keepSnapshots, type Snapshots } from "./snapshots.ts";
import { type StreamShard, shardsIn, streamRecorder } from "./stream-recorder.ts";
import { forgetTablesIn } from "./table.ts";

/** A read is one snapshot, a write is one batch, and writes take turns: all of them are serialisable. */
export interface Engine {
  readonly level: Level;
  readonly snapshots: Snapshots;
  /** Prepares a write on the present state, commits it and answers. */
  readonly write: (prepare: () => Promise<Performed>) => Promise<object>;
}

/** @param recorded hears which shards have new records, once they are committed */
export const createEngine = (
  level: Level,
  eventualDelayMs: number,
  recorded: (shards: readonly StreamShard[]) => void = () => undefined,
): Engine => {
  const snapshots = keepSnapshots(level, eventualDelayMs);
  const recordsOf = streamRecorder(level);
  let lastTurn: Promise<unknown> = Promise.resolve();

  const commit = async (prepare: () => Promise<Performed>): Promise<object> => {
    const performed = await prepare();
    const records = recordsOf(performed);
    const writes = [...performed.writes, ...records];
    if (writes.length > 0) await snapshots.aroundCommit(() => level.batch(writes));
    forgetTablesIn(level, writes);
    if (records.length > 0) recorded(shardsIn(records));
    return performed.answer;
  };

  return {
    level,
    snapshots,
    write: (prepare) => {
      const turn = lastTurn.then(() => commit(prepare));
      lastTurn = turn.catch(() => undefined);
      return turn;
    },
  };
};
