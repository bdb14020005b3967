import type { Call } from "#shared/contract/endpoint.ts";
import type { Recomputation, readRecomputationEndpoint } from "#shared/contract/recomputations.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Jobs } from "#shared/storage/jobs.ts";
import { jobAnswer } from "./job-answer.ts";

/** How far a recomputation has come. */
export const readRecomputation =
  (jobs: Pick<Jobs, "read" | "readShards">) =>
  async ({
    params: { jobId },
  }: Call<typeof readRecomputationEndpoint>): Promise<{ status: 200; body: Recomputation }> => {
    const job = await jobs.read(jobId);
    if (!job) throw new Refusal("job-unknown", { jobId });
    return { status: 200, body: jobAnswer(job, await jobs.readShards(jobId)) };
  };
