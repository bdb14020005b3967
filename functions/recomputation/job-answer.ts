import { Recomputation } from "#shared/contract/recomputations.ts";
import type { Job, JobWork, ShardProgress } from "#shared/storage/jobs.ts";
import { sumOf } from "./job-counts.ts";

/** A job as its reader sees it: never a fact, never points. Until it is done, its shards know how far it has come. */
export const jobAnswer = (
  { jobId, work, shards, state, run, requestedAt, finishedAt, counts }: Job,
  progress: readonly ShardProgress[] = [],
): Recomputation =>
  Recomputation.parse({
    jobId,
    work: shown(work),
    state,
    run,
    requestedAt,
    finishedAt,
    shards: { done: progress.filter(({ done }) => done).length, of: shards.length },
    counts: state === "done" ? counts : sumOf(progress.map((shard) => shard.counts)),
  });

const shown = (work: JobWork) =>
  work.of === "rules" ? { of: work.of, registryRevision: work.registryRevision, areas: work.areas } : work;
