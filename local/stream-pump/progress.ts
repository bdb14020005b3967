/** What has been read of a shard and isn't done, in order. */
export interface Progress {
  readonly begin: (sequences: readonly string[]) => void;
  readonly end: (sequences: readonly string[]) => void;
  readonly open: () => number;
}

/** Lanes end out of order, so `through` is called with the last record before which nothing is left. */
export const trackProgress = (through: (sequence: string) => void): Progress => {
  const isDone = new Map<string, boolean>();
  return {
    begin: (sequences) => {
      for (const sequence of sequences) isDone.set(sequence, false);
    },
    end: (sequences) => {
      for (const sequence of sequences) isDone.set(sequence, true);
      let last: string | undefined;
      for (const [first, done] of isDone) {
        if (!done) break;
        isDone.delete(first);
        last = first;
      }
      if (last !== undefined) through(last);
    },
    open: () => isDone.size,
  };
};
