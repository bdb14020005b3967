import { randomBytes } from "node:crypto";
import type { Call } from "#shared/contract/endpoint.ts";
import type { Recomputation, requestRecomputationEndpoint } from "#shared/contract/recomputations.ts";
import { Refusal } from "#shared/domain/refusal.ts";
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
      jobId: newJobId(),
      scope: { of: "resident", residentId },
      state: "done",
      requestedAt,
      requestedBy: caller.subject,
      counts: { recomputed: outcome === "kept" ? 0 : 1, changed: outcome === "recorded-changed" ? 1 : 0 },
    };
    await jobs.put(job);
    return { status: 201, body: jobAnswer(job) };
  };

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

// 36 does not divide 256; the little unevenness leaves an id of 26 characters far beyond guessing
const newJobId = (): string => `j-${[...randomBytes(26)].map((byte) => alphabet[byte % 36]).join("")}`;
