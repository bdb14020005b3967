import { expect, test } from "vitest";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { changingMonthly } from "#test/support/calendar-people.ts";
import { massWork } from "#test/support/mass-work.ts";
import { registerOfPeople } from "#test/support/register-of-people.ts";

const night = { work: "night" } as const;

/** A register on 2024-06-30 with one person for each of these days of the month. */
const registerOf = async (...daysOfMonth: readonly number[]) => {
  const register = registerOfPeople("2024-06-30");
  const people: ResidentId[] = [];
  for (const day of daysOfMonth) people.push(await changingMonthly(register, day));
  return { register, people };
};

/** The dossiers that are read. */
const reading = (register: ReturnType<typeof registerOfPeople>) => {
  const read: ResidentId[] = [];
  const residents = {
    ...register.residents,
    readSubject: async (residentId: ResidentId) => {
      read.push(residentId);
      return register.residents.readSubject(residentId);
    },
  };
  return { residents, read };
};

test("reads those who are due, writes what changed and says so once", async () => {
  const { register, people } = await registerOf(1, 1, 2, 15);
  const { residents, read } = reading(register);
  const work = massWork(register, { residents });
  register.setToday("2024-07-01");

  await work.run(night);

  expect(read.toSorted()).toEqual(people.slice(0, 2));
  expect(await register.jobs.read("night-2024-07-01")).toMatchObject({
    work: { of: "night", day: "2024-07-01" },
    state: "done",
    run: 1,
    requestedBy: "schedule",
    counts: { found: 2, read: 2, written: 2, changed: 2, unchanged: 0, failed: 0 },
  });
  expect(work.published()).toEqual([
    {
      NightDue: 2,
      NightRead: 2,
      NightWritten: 2,
      NightUnchanged: 0,
      NightFailed: 0,
      NightSeconds: 0,
      NightCompleted: 1,
    },
  ]);
  expect(await register.scores.read(people[0] as ResidentId)).toMatchObject({
    cause: "night",
    basis: { asOf: "2024-07-01" },
    nextChangeOn: "2024-08-01",
  });
});

test("is planned for the shards in which somebody is due, and of a day on which nobody is it is done at once", async () => {
  const { register, people } = await registerOf(1, 1, 2);
  const work = massWork(register);
  register.setToday("2024-07-01");
  const { shards } = await work.plan(night);

  await work.run(night);
  register.setToday("2024-06-30");
  await work.run(night);

  expect(shards.map(({ shard }) => shard)).toEqual(people.slice(0, 2).map(shardOf));
  expect(await register.jobs.read("night-2024-06-30")).toMatchObject({ state: "done", counts: { found: 0 } });
});

test("a second firing on the same day finds it done", async () => {
  const { register } = await registerOf(1);
  const work = massWork(register);
  register.setToday("2024-07-01");
  await work.run(night);

  expect(await work.plan(night)).toEqual({ jobId: "night-2024-07-01", shards: [] });
  expect(await work.execute(night)).toEqual({ jobId: "night-2024-07-01", state: "done" });

  expect(work.published()).toHaveLength(1);
});

test("a missed night is caught by the next", async () => {
  const { register, people } = await registerOf(1, 2, 20);
  const work = massWork(register);
  register.setToday("2024-07-03");

  await work.run(night);

  const days = await Promise.all(people.map(async (id) => (await register.scores.read(id))?.basis.asOf));
  expect(days).toEqual(["2024-07-03", "2024-07-03", "2024-06-30"]);
});

test("one that begins before midnight and ends after it recomputes through the new day whom the old one made due", async () => {
  const { register, people } = await registerOf(1, 2);
  const work = massWork(register);
  register.setToday("2024-07-01");
  const { shards } = await work.plan(night);
  register.setToday("2024-07-02");

  for (const task of shards) await work.work(task);

  expect(await register.scores.read(people[0] as ResidentId)).toMatchObject({ basis: { asOf: "2024-07-02" } });
  expect(await register.scores.read(people[1] as ResidentId)).toMatchObject({ basis: { asOf: "2024-06-30" } });
});

test("an index that still shows whom it recomputed costs a read, and no write", async () => {
  const { register, people } = await registerOf(1);
  const [only] = people as [ResidentId];
  const due = async (shard: string) => ({ entries: shard === shardOf(only) ? [only] : [] });
  const work = massWork(register, { scores: { ...register.scores, due } });
  register.setToday("2024-07-01");
  await register.recompute(only, "dossier-changed");

  await work.run(night);

  expect((await register.jobs.read("night-2024-07-01"))?.counts).toMatchObject({ found: 1, written: 0, unchanged: 1 });
});

test("whoever fails goes to the retry queue, is due again the next night, and nobody waits for them", async () => {
  const { register, people } = await registerOf(1, 1, 1);
  const poison = people[1] as ResidentId;
  const { readSubject } = register.residents;
  const residents = {
    ...register.residents,
    readSubject: async (residentId: ResidentId) => {
      if (residentId === poison && register.today() === "2024-07-01") throw new Error("a dossier that cannot be read");
      return readSubject(residentId);
    },
  };
  const work = massWork(register, { residents });
  register.setToday("2024-07-01");
  await work.run(night);
  register.setToday("2024-07-02");
  await work.run(night);

  expect((await register.jobs.read("night-2024-07-01"))?.counts).toMatchObject({ found: 3, written: 2, failed: 1 });
  expect((await register.jobs.read("night-2024-07-02"))?.counts).toMatchObject({ found: 1, written: 1, failed: 0 });
  expect(register.retryQueue.waiting()).toEqual([
    { residentId: poison, dossierVersion: null, why: "mass-work-failed" },
  ]);
});

test("where the retry queue takes nothing either, the shard is given up, the job failed, and a firing goes on with it", async () => {
  const { register, people } = await registerOf(1, 1, 2);
  let isBroken = true;
  const { readSubject } = register.residents;
  const residents = {
    ...register.residents,
    readSubject: async (residentId: ResidentId) => {
      if (isBroken && residentId === people[0]) throw new Error("a dossier that cannot be read");
      return readSubject(residentId);
    },
  };
  const work = massWork(register, { residents, retryQueue: { send: async (requests) => (isBroken ? requests : []) } });
  register.setToday("2024-07-01");

  const failed = await work.execute(night);
  isBroken = false;
  const mended = await work.execute(night);

  expect([failed.state, mended.state]).toEqual(["failed", "done"]);
  expect(await register.jobs.read("night-2024-07-01")).toMatchObject({ run: 2, counts: { found: 2, written: 2 } });
  expect(work.published()).toHaveLength(1);
});
