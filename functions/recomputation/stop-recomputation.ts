import type { Call } from "#shared/contract/endpoint.ts";
import type { Recomputation } from "#shared/contract/recomputations.ts";
import type { stopRecomputationEndpoint } from "#shared/contract/stop-recomputation.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Jobs } from "#shared/storage/jobs.ts";
import { changeJob } from "./change-job.ts";
import { jobAnswer } from "./job-answer.ts";

/** Ends mass work after the pages in hand: its workers look at the job before each page. */
export const stopRecomputation =
  (jobs: Pick<Jobs, "read" | "replace" | "readShards">) =>
  async ({
    params: { jobId },
  }: Call<typeof stopRecomputationEndpoint>): Promise<{ status: 200; body: Recomputation }> => {
    const { job } = await changeJob(jobs, jobId, (before) => {
      if (before.state === "done") throw new Refusal("job-done", { jobId });
      return before.state === "stopped" ? before : { ...before, state: "stopped" };
    });
    return { status: 200, body: jobAnswer(job, await jobs.readShards(jobId)) };
  };
