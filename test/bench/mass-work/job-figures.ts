import type { JobCounts } from "#shared/storage/jobs.ts";
import type { Calls } from "./counting.ts";

/** What a process is told that runs one job of mass work. */
export interface JobOrder {
  readonly endpoint: string;
  readonly work: "night" | "rules";
  readonly today: string;
  /** Of the registry of standards. */
  readonly revision: 1 | 2;
  /** How many shards are worked at a time. */
  readonly workers: number;
  readonly sliceSeconds: number;
}

/** What it answers. */
export interface JobFigures {
  readonly counts: JobCounts;
  readonly executions: number;
  readonly seconds: number;
  /** Of the worker's process, its start included. */
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly calls: Calls;
}
