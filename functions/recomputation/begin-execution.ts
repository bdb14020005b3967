import { Refusal } from "#shared/domain/refusal.ts";
import { log } from "#shared/runtime/log.ts";
import type { Executions } from "#shared/storage/executions.ts";
import type { Job } from "#shared/storage/jobs.ts";

/**
 * Begins the work of a job that is stored.
 * @throws Refusal job-not-started: the job stays, and a resumption begins it
 */
export const beginExecution = async (executions: Executions, { jobId, run }: Job): Promise<void> => {
  try {
    await executions.start(`${jobId}-${run}`, { jobId });
  } catch (fault) {
    log.error("recomputation-not-started", { jobId, fault });
    throw new Refusal("job-not-started", { jobId });
  }
};
