import { counted } from "#functions/recomputation/job-counts.ts";
import type { Jobs, ShardProgress } from "#shared/storage/jobs.ts";
import { shardOf, shards } from "#shared/storage/shards.ts";
import { people } from "./arrivals.ts";

/**
 * The jobs, each new one told. Shards in which nobody lives count as worked from the beginning: to work them teaches
 * nothing, and would take most of the time.
 */
export const observedJobs = (jobs: Jobs, stored: (jobId: string) => void): Jobs => ({
  ...jobs,
  put: async (job) => {
    const isNew = await jobs.put(job);
    if (isNew && job.work.of !== "resident") stored(job.jobId);
    return isNew;
  },
  readShards: async (jobId) => [...(await jobs.readShards(jobId)), ...uninhabited],
});

const inhabited = new Set(people.map(shardOf));

const uninhabited = shards
  .filter((shard) => !inhabited.has(shard))
  .map((shard): ShardProgress => {
    const worked = { page: 1, worker: "nobody", cursor: null, done: true, counts: counted(), behindSince: null };
    return { jobId: "any", shard, ...worked };
  });
