import type { Jobs } from "#shared/storage/jobs.ts";
import type { Scores } from "#shared/storage/scores.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { people } from "./arrivals.ts";

/**
 * The jobs, each new one told. Shards in which nobody lives are left out of them: to work them teaches nothing, and would
 * take most of the time.
 */
export const observedJobs = (jobs: Jobs, stored: (jobId: string) => void): Jobs => ({
  ...jobs,
  put: async (job) => {
    const isNew = await jobs.put({ ...job, shards: job.shards.filter((shard) => inhabited.has(shard)) });
    if (isNew && job.work.of !== "resident") stored(job.jobId);
    return isNew;
  },
});

/** Whom the index shows, without a call that can fail for a shard in which nobody lives. */
export const dueWhereInhabited = ({ due }: Pick<Scores, "due">): Pick<Scores, "due"> => ({
  due: async (shard, day, request) => (inhabited.has(shard) ? due(shard, day, request) : { entries: [] }),
});

const inhabited = new Set(people.map(shardOf));
