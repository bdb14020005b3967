import type { Job } from "#shared/storage/jobs.ts";

/** The job as it goes on: a new run, at whose sight the workers of the one before end. */
export const resumed = (job: Job): Job => ({ ...job, state: "running", run: job.run + 1 });
