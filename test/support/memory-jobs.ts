import type { Job, Jobs } from "#shared/storage/jobs.ts";

/** Jobs for tests of what stands on them; it passes the same cases as the table. */
export const memoryJobs = (): Jobs => {
  const jobs = new Map<string, Job>();
  return {
    read: async (jobId) => jobs.get(jobId),
    put: async (job) => {
      const isNew = !jobs.has(job.jobId);
      if (isNew) jobs.set(job.jobId, structuredClone(job));
      return isNew;
    },
  };
};
