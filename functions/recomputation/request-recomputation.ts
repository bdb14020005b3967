import type { Call } from "#shared/contract/endpoint.ts";
import type { Recomputation, requestRecomputationEndpoint } from "#shared/contract/recomputations.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { opaqueId } from "#shared/runtime/opaque-id.ts";
import type { Executions } from "#shared/storage/executions.ts";
import type { Job, Jobs, JobWork } from "#shared/storage/jobs.ts";
import { shards } from "#shared/storage/shards.ts";
import { beginExecution } from "./begin-execution.ts";
import { jobAnswer } from "./job-answer.ts";
import { counted, countsOf } from "./job-counts.ts";
import { type Recomputing, recompute } from "./recompute.ts";

type Request = Call<typeof requestRecomputationEndpoint>;

export interface Requesting extends Recomputing {
  readonly jobs: Pick<Jobs, "put">;
  readonly executions: Executions;
}

/** Recomputes one resident at once, or stores the work for many and begins it. */
export const requestRecomputation =
  (requesting: Requesting) =>
  async ({ body, caller }: Request): Promise<{ status: 201 | 202; body: Recomputation }> => {
    const { jobs, executions, now } = requesting;
    const asked = { jobId: opaqueId("j"), run: 1, requestedAt: now(), requestedBy: caller.subject };
    if ("residentId" in body) {
      const job: Job = { ...asked, ...(await oneResident(requesting, body.residentId)) };
      await jobs.put(job);
      return { status: 201, body: jobAnswer(job) };
    }
    const work = workOf(body, requesting);
    const job: Job = { ...asked, work, shards, state: "running", finishedAt: null, counts: counted() };
    await jobs.put(job);
    await beginExecution(executions, job);
    return { status: 202, body: jobAnswer(job) };
  };

const oneResident = async (
  recomputing: Recomputing,
  residentId: ResidentId,
): Promise<Pick<Job, "work" | "shards" | "state" | "finishedAt" | "counts">> => {
  const recomputed = await recompute(recomputing)(residentId, "requested");
  if (recomputed.outcome === "unknown") throw new Refusal("resident-unknown", { residentId });
  const work: JobWork = { of: "resident", residentId };
  return { work, shards: [], state: "done", finishedAt: recomputing.now(), counts: countsOf(recomputed) };
};

const workOf = (body: Exclude<Request["body"], { residentId: unknown }>, { today }: Recomputing): JobWork => {
  if ("area" in body) return { of: "area", area: body.area };
  return "due" in body ? { of: "due", day: today() } : { of: "everyone" };
};
