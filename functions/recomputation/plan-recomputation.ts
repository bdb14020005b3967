import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { log } from "#shared/runtime/log.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { ExecutionInput } from "#shared/storage/executions.ts";
import type { Job, Jobs, JobWork } from "#shared/storage/jobs.ts";
import type { Scores } from "#shared/storage/scores.ts";
import { type Shard, shards } from "#shared/storage/shards.ts";
import { changeJob } from "./change-job.ts";
import { counted } from "./job-counts.ts";
import type { WorkPlan } from "./mass-work.ts";
import { resumed } from "./resumed.ts";
import { rulesWork } from "./rules-work.ts";
import { scheduledJobId } from "./scheduled-job-id.ts";

export interface Planning {
  readonly jobs: Pick<Jobs, "read" | "put" | "replace" | "readShards">;
  readonly scores: Pick<Scores, "due">;
  readonly standards: Pick<Standards, "revision" | "published">;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
}

/** The shards that an execution has to work: none of those done, and none of a job that is done or stopped. */
export const planRecomputation =
  (planning: Planning) =>
  async (input: ExecutionInput): Promise<WorkPlan> => {
    const job = "work" in input ? await scheduledJob(planning, input.work) : await storedJob(planning, input.jobId);
    const { jobId, run, state } = job;
    const wanted = job.shards.filter((shard) => !("shard" in input) || shard === input.shard);
    if (state === "done" || state === "stopped") return { jobId, shards: [] };
    const progress = new Map((await planning.jobs.readShards(jobId)).map((stored) => [stored.shard, stored]));
    const open = wanted.filter((shard) => progress.get(shard)?.done !== true);
    return { jobId, shards: open.map((shard) => ({ jobId, run, shard, slice: progress.get(shard)?.page ?? 0 })) };
  };

const storedJob = async ({ jobs }: Planning, jobId: string): Promise<Job> => {
  const job = await jobs.read(jobId);
  if (!job) throw new Error(`there is no job ${jobId}`);
  return job;
};

/** The job of the day or the registry: a first firing stores it, a later one goes on with it, unless somebody stopped it. */
const scheduledJob = async (planning: Planning, kind: "night" | "sweep" | "rules"): Promise<Job> => {
  const { jobs, standards, today } = planning;
  const day = today();
  const jobId = kind === "rules" ? scheduledJobId.rules(standards.revision) : scheduledJobId[kind](day);
  if (!(await jobs.read(jobId))) {
    const work = kind === "rules" ? await rulesWork(jobs, standards) : { of: kind, day };
    if (await jobs.put(await firstRun(planning, jobId, work))) log.info("recomputation-planned", { jobId });
  }
  if (kind === "rules") refuseOtherStandards(await jobs.read(jobId), standards);
  const { job } = await changeJob(jobs, jobId, (before) => (before.state === "failed" ? resumed(before) : before));
  return job;
};

/** @throws Error where a registry of the same size was followed with other standards: a revision only grows */
const refuseOtherStandards = (
  job: Job | undefined,
  { revision, published }: Pick<Standards, "revision" | "published">,
) => {
  const followed = new Set(job?.work.of === "rules" ? job.work.standards : []);
  if (published.every(({ digest }) => followed.has(digest))) return;
  throw new Error(`registry revision ${revision} was put in force with other standards before: add a file, edit none`);
};

const firstRun = async ({ scores, now }: Planning, jobId: string, work: JobWork): Promise<Job> => ({
  jobId,
  work,
  shards: work.of === "night" ? await shardsDue(scores, work.day) : shards,
  state: "running",
  run: 1,
  requestedAt: now(),
  requestedBy: "schedule",
  finishedAt: null,
  counts: counted(),
});

/** Where nobody is due there is nothing to work: of a small town that is most shards of most nights. */
const shardsDue = async (scores: Pick<Scores, "due">, day: CalendarDate): Promise<readonly Shard[]> => {
  const isDue = await inParallel(
    shards,
    shards.length,
    async (shard) => (await scores.due(shard, day, { limit: 1 })).entries.length > 0,
  );
  return shards.filter((_, at) => isDue[at]);
};
