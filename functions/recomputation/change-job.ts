import { Refusal } from "#shared/domain/refusal.ts";
import type { Job, Jobs } from "#shared/storage/jobs.ts";

/**
 * Changes a job from what it is now, and says whether there was anything to change. Where others change it at the same
 * time, it is looked at again.
 * @throws Refusal job-unknown
 */
export const changeJob = async (
  jobs: Pick<Jobs, "read" | "replace">,
  jobId: string,
  change: (job: Job) => Job,
): Promise<{ readonly job: Job; readonly isChanged: boolean }> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await jobs.read(jobId);
    if (!before) throw new Refusal("job-unknown", { jobId });
    const job = change(before);
    const isChanged = job !== before;
    if (!isChanged || (await jobs.replace(before, job))) return { job, isChanged };
  }
  throw new Error(`job ${jobId} kept being changed by others`);
};

const attempts = 5;
