import { Recomputation } from "#shared/contract/recomputations.ts";
import type { Job } from "#shared/storage/jobs.ts";

/** A job as its reader sees it: never a fact, never points. */
export const jobAnswer = ({ jobId, scope, state, requestedAt, counts }: Job): Recomputation => {
  if (scope.of !== "resident") throw new Error(`job ${jobId} is for an area, which this contract does not show yet`);
  return Recomputation.parse({ jobId, scope: { residentId: scope.residentId }, state, requestedAt, counts });
};
