import type { Level, Snapshot } from "./level.ts";

type Read = <T>(read: (state: Snapshot) => Promise<T>) => Promise<T>;

export interface Snapshots {
  readonly present: Read;
  /** Reads the state before the oldest write that was acknowledged less than the delay ago. */
  readonly past: Read;
  /** Runs a commit, and keeps the state before it for as long as the delay. */
  readonly aroundCommit: (commit: () => Promise<void>) => Promise<void>;
  /** Lets go of all past states: a table made anew must not show what its namesake held. */
  readonly forgetPast: () => void;
}

interface State {
  readonly snapshot: Snapshot;
  acknowledgedAt: number;
  holders: number;
}

/** Bounded by the writes of one delay. A snapshot is no copy: it costs what was overwritten since. */
export const keepSnapshots = (level: Level, delayMs: number, clock = () => performance.now()): Snapshots => {
  const kept: State[] = [];

  const take = (): State => ({ snapshot: level.snapshot(), acknowledgedAt: Number.POSITIVE_INFINITY, holders: 0 });
  const letGo = (state: State): void => {
    state.holders -= 1;
    if (state.holders === 0) void state.snapshot.close();
  };
  const forgetUntil = (moment: number): void => {
    const young = kept.findIndex(({ acknowledgedAt }) => acknowledgedAt > moment);
    for (const state of kept.splice(0, young === -1 ? kept.length : young)) letGo(state);
  };
  const readFrom = async <T>(state: State, read: (snapshot: Snapshot) => Promise<T>): Promise<T> => {
    state.holders += 1;
    try {
      return await read(state.snapshot);
    } finally {
      letGo(state);
    }
  };

  return {
    present: (read) => readFrom(take(), read),
    past: (read) => {
      forgetUntil(clock() - delayMs);
      return readFrom(kept[0] ?? take(), read);
    },
    aroundCommit: async (commit) => {
      if (delayMs === 0) return commit();
      forgetUntil(clock() - delayMs);
      const before = take();
      before.holders += 1;
      kept.push(before);
      try {
        await commit();
      } finally {
        before.acknowledgedAt = clock();
      }
    },
    forgetPast: () => forgetUntil(Number.POSITIVE_INFINITY),
  };
};
