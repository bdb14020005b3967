import type { Call } from "#shared/contract/endpoint.ts";
import type { Recomputation, requestRecomputationEndpoint } from "#shared/contract/recomputations.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { opaqueId } from "#shared/runtime/opaque-id.ts";
import type { Job, Jobs } from "#shared/storage/jobs.ts";
import { jobAnswer } from "./job-answer.ts";
import { type Recomputing, recompute } from "./recompute.ts";

/** Recomputes one resident at once and keeps a record of having done so. */
export const requestRecomputation =
  (jobs: Pick<Jobs, "put">, recomputing: Recomputing) =>
  async ({
    body: { residentId },
    caller,
  }: Call<typeof requestRecomputationEndpoint>): Promise<{ status: 201; body: Recomputation }> => {
    const requestedAt = recomputing.now();
    const outcome = await recompute(recomputing)(residentId, "requested");
    if (outcome === "unknown") throw new Refusal("resident-unknown", { residentId });
    const job: Job = {
      jobId: opaqueId("j"),
      scope: { of: "resident", residentId },
      state: "done",
      requestedAt,
      requestedBy: caller.subject,
      counts: { recomputed: outcome === "kept" ? 0 : 1, changed: outcome === "recorded-changed" ? 1 : 0 },
    };
    await jobs.put(job);
    return { status: 201, body: jobAnswer(job) };
  };
