/**
 * Works on at most `width` things at a time and answers in their order. After a failure nothing further is begun, and
 * it is thrown once all that was begun has ended, so that nothing goes on behind a function that has answered.
 */
export const inParallel = async <Thing, Result>(
  things: readonly Thing[],
  width: number,
  work: (thing: Thing) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  const queue = things.entries();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const [at, thing] of queue) {
      if (failed) return;
      try {
        results[at] = await work(thing);
      } catch (cause) {
        failed = true;
        throw cause;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(width, things.length) }, worker));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return results;
};
