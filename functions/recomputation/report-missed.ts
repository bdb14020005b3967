import { log } from "#shared/runtime/log.ts";
import { publishMetrics } from "#shared/runtime/metrics.ts";
import type { Missed } from "./sweep-resident.ts";

/** An alarm, not a silent repair: whom a completed night should have caught, and both results' digests. */
export const reportMissed = (missed: Missed): void => {
  log.error("sweep-found-missed", { ...missed });
  publishMetrics({ SweepMissed: 1 });
};
