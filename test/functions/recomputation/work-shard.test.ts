import { expect, test } from "vitest";
import type { ShardTask } from "#functions/recomputation/mass-work.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { changingMonthly } from "#test/support/calendar-people.ts";
import { type MassWorkParts, massWork } from "#test/support/mass-work.ts";
import { residentId } from "#test/support/people.ts";
import { registerOfPeople } from "#test/support/register-of-people.ts";

const jobId = "night-2024-07-01";
const shard = shardOf(residentId(8));
const inShard = [8, 14, 20];

/** In a shard of their own. */
const elsewhere = 9;

/** Twenty people, three of them in one shard and another due on 2024-07-01, when the night has been planned. */
const plannedNight = async (differing: Partial<MassWorkParts> = {}) => {
  const register = registerOfPeople("2024-06-30");
  for (let number = 1; number <= 20; number++) {
    if (inShard.includes(number) || number === elsewhere) await changingMonthly(register, 1);
    else await register.register("339901");
  }
  register.setToday("2024-07-01");
  const work = massWork(register, { pageSize: 1, ...differing });
  await work.plan({ work: "night" });
  const progress = async () => (await register.jobs.readShards(jobId)).find((stored) => stored.shard === shard);
  return { register, work, progress };
};

const task: ShardTask = { jobId, run: 1, shard, slice: 0 };

test("works its shard, page by page, to the end", async () => {
  const { work, progress } = await plannedNight();

  const worked = await work.work(task);

  expect(worked).toEqual({ shard, done: true });
  expect(await progress()).toMatchObject({ page: 3, cursor: null, done: true, counts: { found: 3, written: 3 } });
  expect(work.executions.names()).toEqual([]);
});

test("a slice that is over ends with its page, and an execution named after that page goes on", async () => {
  const { work, progress } = await plannedNight({ sliceSeconds: 0 });

  const worked = await work.work(task);

  expect(worked).toEqual({ shard, done: false });
  expect(await progress()).toMatchObject({ page: 1, done: false, counts: { found: 1 } });
  expect(work.executions.names()).toEqual([`${jobId}-1-${shard}-1`]);
  expect(await work.plan({ jobId, shard, slice: 1 })).toEqual({ jobId, shards: [{ jobId, run: 1, shard, slice: 1 }] });
});

test("slices follow on one another until the job is done, and only the last one summarises", async () => {
  const { register, work } = await plannedNight({ sliceSeconds: 0 });

  await work.run({ work: "night" });

  expect(work.executions.names()).toEqual([1, 2].map((page) => `${jobId}-1-${shard}-${page}`));
  expect(await register.jobs.read(jobId)).toMatchObject({ state: "done", counts: { found: 4, written: 4 } });
  expect(work.published()).toHaveLength(1);
});

test("of two workers on one shard each page counts once, one goes on and the other one leaves it", async () => {
  const { register, work, progress } = await plannedNight();

  const worked = await Promise.all([work.work(task), work.work(task)]);

  expect(worked.map(({ done }) => done).toSorted()).toEqual([false, true]);
  expect((await progress())?.done).toBe(true);
  for (const number of inShard) {
    expect((await register.scores.history(residentId(number), { limit: 10 })).entries).toHaveLength(2);
  }
});

test("two executions of a night at once end it once", async () => {
  const { register, work } = await plannedNight();

  await Promise.all([work.execute({ work: "night" }), work.execute({ work: "night" })]);

  expect(await register.jobs.read(jobId)).toMatchObject({ state: "done", run: 1 });
  expect(work.published()).toHaveLength(1);
});

test("an execution that comes late finds its shard done, and one that comes after the end changes nothing", async () => {
  const { register, work } = await plannedNight();
  await work.work(task);

  const late = await work.plan({ jobId, shard, slice: 1 });
  await work.run({ work: "night" });
  const done = await register.jobs.read(jobId);
  await work.run({ jobId, shard, slice: 1 });

  expect(late).toEqual({ jobId, shards: [] });
  expect(await register.jobs.read(jobId)).toEqual(done);
  expect(work.published()).toHaveLength(1);
});

test("a save whose answer was lost is the worker's own, and it goes on", async () => {
  const { register, work } = await plannedNight();
  const { saveShard } = register.jobs;
  // as the client does: it sends again what it got no answer to, and tells what the second sending was answered
  const jobs = {
    ...register.jobs,
    saveShard: async (page: Parameters<typeof saveShard>[0]) => {
      await saveShard(page);
      return saveShard(page);
    },
  };

  expect(await massWork(register, { ...work.parts, jobs }).work(task)).toEqual({ shard, done: true });
});

test("a stopped job ends with the page in hand, and starts nothing", async () => {
  const { register, work, progress } = await plannedNight({ sliceSeconds: 0 });
  const { saveShard } = register.jobs;
  const job = await register.jobs.read(jobId);
  if (!job) throw new Error("the night was not planned");
  const jobs = {
    ...register.jobs,
    saveShard: async (page: Parameters<typeof saveShard>[0]) => {
      await register.jobs.replace(job, { ...job, state: "stopped" });
      return saveShard(page);
    },
  };

  const worked = await massWork(register, { ...work.parts, jobs }).work(task);

  expect(worked).toEqual({ shard, done: false });
  expect((await progress())?.page).toBe(1);
  expect(work.executions.names()).toEqual([]);
  expect(await work.plan({ jobId, shard, slice: 1 })).toEqual({ jobId, shards: [] });
});

test("a worker of an earlier run leaves the shard to the later one", async () => {
  const { register, work, progress } = await plannedNight();
  const job = await register.jobs.read(jobId);
  if (!job) throw new Error("the night was not planned");
  await register.jobs.replace(job, { ...job, run: 2 });

  expect(await work.work(task)).toEqual({ shard, done: false });
  expect(await progress()).toBeUndefined();
  expect(await work.work({ ...task, run: 2 })).toEqual({ shard, done: true });
});

test("a shard that was given up doesn't stop the others: they are worked to their end, and only then is there a rest", async () => {
  const { register, work } = await plannedNight({ sliceSeconds: 0 });
  const { jobId: planned, shards } = await work.plan({ work: "night" });
  await work.work(task);
  await work.summarise({ jobId: planned, shards, results: shards.map(() => ({ gaveUp: true as const })) });

  await work.run();

  expect(await register.jobs.read(jobId)).toMatchObject({ state: "failed", run: 1 });
  expect((await register.jobs.readShards(jobId)).map((stored) => [stored.shard, stored.done])).toEqual([[shard, true]]);
});

test("where the next execution cannot be started, the worker fails, and tried again it goes on", async () => {
  let isBroken = true;
  const executions = {
    start: async () => {
      if (isBroken) throw new Error("no connection");
      return "started" as const;
    },
  };
  const { work, progress } = await plannedNight({ sliceSeconds: 0, executions });

  await expect(work.work(task)).rejects.toThrow("no connection");
  isBroken = false;
  const again = await work.work(task);

  expect(again).toEqual({ shard, done: false });
  expect(await progress()).toMatchObject({ page: 2, counts: { found: 2, written: 2 } });
});

test("there is no work on a job that nobody stored", async () => {
  const { work } = await plannedNight();

  await expect(work.work({ ...task, jobId: "j-nobodys" })).rejects.toThrow("no job");
  await expect(work.plan({ jobId: "j-nobodys" })).rejects.toThrow("no job");
});
