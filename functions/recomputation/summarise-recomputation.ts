import type { Instant } from "#shared/domain/dossier.ts";
import { log } from "#shared/runtime/log.ts";
import type { publishMetrics } from "#shared/runtime/metrics.ts";
import type { Job, Jobs, ShardProgress } from "#shared/storage/jobs.ts";
import { changeJob } from "./change-job.ts";
import { sumOf } from "./job-counts.ts";
import type { WorkEnd } from "./mass-work.ts";
import { summaryMetrics } from "./summary-metrics.ts";

export interface Summarising {
  readonly jobs: Pick<Jobs, "read" | "replace" | "readShards">;
  readonly now: () => Instant;
  readonly publish: typeof publishMetrics;
}

/**
 * Ends a job once its last shard is done, or marks it as failed. However many executions end at once, one of them ends the
 * job, and only that one publishes: a figure may get lost where it is killed in between, which alarms, but none counts twice.
 */
export const summariseRecomputation =
  ({ jobs, now, publish }: Summarising) =>
  async ({ jobId, shards: planned, results }: WorkEnd): Promise<Pick<Job, "jobId" | "state">> => {
    const progress = await jobs.readShards(jobId);
    // what an earlier run gave up, a later one has taken over
    const gaveUp = ({ run }: Job) => results.some((result, at) => "gaveUp" in result && planned[at]?.run === run);
    const { job, isChanged } = await changeJob(jobs, jobId, (before) => {
      if (before.state === "done") return before;
      if (isDone(before, progress)) return ended(before, progress, now());
      return gaveUp(before) && before.state === "running" ? { ...before, state: "failed" } : before;
    });
    const { state } = job;
    if (isChanged && state === "done") {
      log.info("recomputation-finished", { jobId, counts: { ...job.counts } });
      const metrics = summaryMetrics(job, progress);
      if (metrics) publish(metrics);
    }
    if (isChanged && state === "failed") log.error("recomputation-failed", { jobId });
    return { jobId, state };
  };

const isDone = ({ shards }: Job, progress: readonly ShardProgress[]): boolean =>
  progress.filter(({ done }) => done).length === shards.length;

const ended = (job: Job, progress: readonly ShardProgress[], finishedAt: Instant): Job => ({
  ...job,
  state: "done",
  finishedAt,
  counts: sumOf(progress.map(({ counts }) => counts)),
});
