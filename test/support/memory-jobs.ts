import type { Job, Jobs, ShardProgress } from "#shared/storage/jobs.ts";

/** Jobs for tests of what stands on them; it passes the same cases as the table. */
export const memoryJobs = (): Jobs => {
  const jobs = new Map<string, Job>();
  const progress = new Map<string, ShardProgress>();
  return {
    read: async (jobId) => jobs.get(jobId),

    put: async (job) => {
      const isNew = !jobs.has(job.jobId);
      if (isNew) jobs.set(job.jobId, structuredClone(job));
      return isNew;
    },

    replace: async (before, after) => {
      const stored = jobs.get(before.jobId);
      if (stored?.state !== before.state || stored.run !== before.run) return false;
      jobs.set(before.jobId, structuredClone(after));
      return true;
    },

    readShard: async (jobId, shard) => progress.get(`${jobId} ${shard}`),

    readShards: async (jobId) =>
      [...progress.values()]
        .filter((shard) => shard.jobId === jobId)
        .sort((one, other) => (one.shard < other.shard ? -1 : 1)),

    saveShard: async (saved) => {
      const key = `${saved.jobId} ${saved.shard}`;
      const stored = progress.get(key);
      const isOwn = stored?.page === saved.page && stored.worker === saved.worker;
      if (!isOwn && (stored?.page ?? 0) !== saved.page - 1) return false;
      progress.set(key, structuredClone(saved));
      return true;
    },
  };
};
