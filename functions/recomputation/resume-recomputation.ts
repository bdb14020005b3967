import type { Call } from "#shared/contract/endpoint.ts";
import type { Recomputation } from "#shared/contract/recomputations.ts";
import type { resumeRecomputationEndpoint } from "#shared/contract/resume-recomputation.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Executions } from "#shared/storage/executions.ts";
import type { Jobs } from "#shared/storage/jobs.ts";
import { beginExecution } from "./begin-execution.ts";
import { changeJob } from "./change-job.ts";
import { jobAnswer } from "./job-answer.ts";
import { resumed } from "./resumed.ts";

/** Goes on with mass work where it stands. One that is said to be running may have been killed: it is taken over. */
export const resumeRecomputation =
  (jobs: Pick<Jobs, "read" | "replace" | "readShards">, executions: Executions) =>
  async ({
    params: { jobId },
  }: Call<typeof resumeRecomputationEndpoint>): Promise<{ status: 202; body: Recomputation }> => {
    const { job } = await changeJob(jobs, jobId, (before) => {
      if (before.state === "done") throw new Refusal("job-done", { jobId });
      return resumed(before);
    });
    await beginExecution(executions, job);
    return { status: 202, body: jobAnswer(job, await jobs.readShards(jobId)) };
  };
