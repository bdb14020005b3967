import type { Level } from "./level.ts";
import type { Performed } from "./perform.ts";
import { keepSnapshots, type Snapshots } from "./snapshots.ts";
import { streamRecorder } from "./stream-recorder.ts";
import { forgetTablesIn } from "./table.ts";

/** A read is one snapshot, a write is one batch, and writes take turns: all of them are serialisable. */
export interface Engine {
  readonly level: Level;
  readonly snapshots: Snapshots;
  /** Prepares a write on the present state, commits it and answers. */
  readonly write: (prepare: () => Promise<Performed>) => Promise<object>;
}

export const createEngine = (level: Level, eventualDelayMs: number): Engine => {
  const snapshots = keepSnapshots(level, eventualDelayMs);
  const recordsOf = streamRecorder(level);
  let lastTurn: Promise<unknown> = Promise.resolve();

  const commit = async (prepare: () => Promise<Performed>): Promise<object> => {
    const performed = await prepare();
    const writes = [...performed.writes, ...recordsOf(performed)];
    if (writes.length > 0) await snapshots.aroundCommit(() => level.batch(writes));
    forgetTablesIn(level, writes);
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
