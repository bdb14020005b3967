import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";
import type { Scheduler } from "./scheduler.ts";

/**
 * While something is simulated, a pause of the code under test (intake waits a moment before it tries again) lasts until
 * the scheduler ends it, and not for so many real milliseconds.
 */
export const withVirtualPauses = async <Result>(scheduler: Scheduler, play: () => Promise<Result>): Promise<Result> => {
  const real = timers.setTimeout;
  timers.setTimeout = scheduler.pause as typeof real;
  syncBuiltinESMExports();
  try {
    return await play();
  } finally {
    timers.setTimeout = real;
    syncBuiltinESMExports();
  }
};
