import { randomUUID } from "node:crypto";
import { log } from "#shared/runtime/log.ts";
import type { Executions } from "#shared/storage/executions.ts";
import type { Job, Jobs, JobWork, ShardProgress } from "#shared/storage/jobs.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Scores } from "#shared/storage/scores.ts";
import { earliest } from "./earliest.ts";
import { counted, sumOf } from "./job-counts.ts";
import type { ShardTask, Worked } from "./mass-work.ts";
import { residentsOf } from "./residents-of-work.ts";
import { type PageWorking, pageWork } from "./work-page.ts";

export interface Working extends PageWorking {
  readonly jobs: Pick<Jobs, "read" | "readShard" | "saveShard">;
  readonly residents: Pick<Residents, "readSubject" | "readChanges" | "inShard">;
  readonly scores: Pick<Scores, "read" | "save" | "due" | "inArea">;
  readonly executions: Executions;
  readonly pageSize: number;
  /** After so long a slice ends with the page in hand, and another execution goes on. */
  readonly sliceSeconds: number;
}

/**
 * Works one shard, page by page, for one slice. A page is saved once it is worked: who is killed in between works it again,
 * and of two who work the same one only the first to save it goes on.
 */
export const workShard =
  (working: Working) =>
  async ({ jobId, run, shard }: ShardTask): Promise<Worked> => {
    const { jobs, executions } = working;
    const isOver = beginSlice(working);
    const worker = randomUUID();
    let job = await jobs.read(jobId);
    if (!job) throw new Error(`there is no job ${jobId}`);
    assertKnown(working, job.work);
    let progress = (await jobs.readShard(jobId, shard)) ?? unbegun(jobId, shard);
    const workPage = await pageOf(working, job, shard);

    for (let pages = 0; !progress.done; pages++) {
      if (pages > 0) job = await jobs.read(jobId);
      if (!isWorkedBy(job, run)) return { shard, done: false };
      if (pages > 0 && isOver()) {
        // a page is saved once, so that nobody else ends a slice with it: the name is this slice's own
        const name = `${jobId}-${run}-${shard}-${progress.page}`;
        await executions.start(name, { jobId, shard, slice: progress.page });
        return { shard, done: false };
      }
      progress = { ...(await workPage(progress)), worker };
      if (!(await jobs.saveShard(progress))) {
        log.info("shard-left-to-another-worker", { jobId, shard });
        return { shard, done: false };
      }
    }
    return { shard, done: true };
  };

/** A job that failed goes on in the shards that did not; one that was resumed is no longer this run's. */
const isWorkedBy = (job: Job | undefined, run: number): boolean =>
  job !== undefined && job.run === run && (job.state === "running" || job.state === "failed");

/** While a deployment rolls, a program that doesn't know the new rules yet would call everyone right. */
const assertKnown = ({ standards }: Working, work: JobWork): void => {
  if (work.of === "rules" && standards.revision < work.registryRevision) {
    throw new Error(
      `this worker knows revision ${standards.revision} of the rules, the job follows ${work.registryRevision}`,
    );
  }
};

const beginSlice = ({ now, sliceSeconds }: Working): (() => boolean) => {
  const begunAt = Date.parse(now());
  return () => Date.parse(now()) - begunAt >= sliceSeconds * 1000;
};

/** The progress after one more page. */
const pageOf = async (working: Working, job: Job, shard: string) => {
  const residents = residentsOf(working, job.work, shard);
  const work = await pageWork(working, job);
  return async (before: ShardProgress): Promise<ShardProgress> => {
    const page = await residents({ limit: working.pageSize, cursor: before.cursor ?? undefined });
    const { counts, behindSince } = await work(page.entries);
    return {
      ...before,
      page: before.page + 1,
      cursor: page.cursor ?? null,
      done: page.cursor === undefined,
      counts: sumOf([before.counts, counts]),
      behindSince: earliest([before.behindSince, behindSince]),
    };
  };
};

const unbegun = (jobId: string, shard: string): ShardProgress => ({
  jobId,
  shard,
  page: 0,
  worker: "",
  cursor: null,
  done: false,
  counts: counted(),
  behindSince: null,
});
