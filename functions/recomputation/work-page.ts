import type { Instant } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { log } from "#shared/runtime/log.ts";
import type { Job, JobCounts, Jobs, JobWork } from "#shared/storage/jobs.ts";
import type { RetryQueue } from "#shared/storage/retry-queue.ts";
import type { Cause } from "#shared/storage/stored-score.ts";
import { earliest } from "./earliest.ts";
import { counted, countsOf, sumOf } from "./job-counts.ts";
import { lastCompletedNight } from "./last-night.ts";
import { recompute } from "./recompute.ts";
import { type Sweeping, sweepResident } from "./sweep-resident.ts";

export interface PageWorking extends Sweeping {
  readonly jobs: Pick<Jobs, "read">;
  readonly retryQueue: RetryQueue;
  /** How many residents of a page are recomputed at a time. */
  readonly width: number;
}

/** What came of some residents. */
export interface PageResult {
  readonly counts: JobCounts;
  readonly behindSince: Instant | null;
}

/**
 * Recomputes the residents of a page. One who fails goes to the retry queue, and nobody waits for them.
 * @throws Error where the queue doesn't take them either: the page has to be worked again
 */
export const pageWork = async (
  working: PageWorking,
  { jobId, work }: Job,
): Promise<(residentIds: readonly ResidentId[]) => Promise<PageResult>> => {
  const { retryQueue, width } = working;
  const workOne = await residentWork(working, work);

  return async (residentIds) => {
    const failed: ResidentId[] = [];
    const results = await inParallel(residentIds, width, async (residentId) => {
      try {
        return await workOne(residentId);
      } catch (fault) {
        log.warn("resident-not-recomputed", { jobId, residentId, fault });
        failed.push(residentId);
        return { counts: counted({ found: 1, failed: 1 }), behindSince: null };
      }
    });
    const requests = failed.map((residentId) => ({
      residentId,
      dossierVersion: null,
      why: "mass-work-failed" as const,
    }));
    const unsent = requests.length === 0 ? [] : await retryQueue.send(requests);
    if (unsent.length > 0)
      throw new Error(`${unsent.length} residents neither recomputed nor taken by the retry queue`);
    return {
      counts: sumOf(results.map(({ counts }) => counts)),
      behindSince: earliest(results.map((result) => result.behindSince)),
    };
  };
};

const residentWork = async (
  working: PageWorking,
  work: JobWork,
): Promise<(whom: ResidentId) => Promise<PageResult>> => {
  if (work.of !== "sweep") {
    const recomputing = recompute(working);
    return async (residentId) => ({
      counts: countsOf(await recomputing(residentId, causeOf[work.of], "keep")),
      behindSince: null,
    });
  }
  const sweep = sweepResident(working, await lastCompletedNight(working.jobs, working.standards, work.day));
  return async (residentId) => {
    const { recomputed, finding } = await sweep(residentId);
    return {
      counts: { ...countsOf(recomputed), ...(finding.found !== "nothing" && { [finding.found]: 1 }) },
      behindSince: finding.found === "behind" ? finding.since : null,
    };
  };
};

const causeOf = {
  resident: "requested",
  area: "requested",
  everyone: "requested",
  due: "requested",
  night: "night",
  rules: "rules-changed",
} as const satisfies Record<Exclude<JobWork["of"], "sweep">, Cause>;
