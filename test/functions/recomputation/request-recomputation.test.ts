import { describe, expect, test } from "vitest";
import { readRecomputation } from "#functions/recomputation/read-recomputation.ts";
import { requestRecomputation } from "#functions/recomputation/request-recomputation.ts";
import { resumeRecomputation } from "#functions/recomputation/resume-recomputation.ts";
import { stopRecomputation } from "#functions/recomputation/stop-recomputation.ts";
import { JobId, type Recomputation } from "#shared/contract/recomputations.ts";
import { changingMonthly } from "#test/support/calendar-people.ts";
import { operator } from "#test/support/calls.ts";
import { type MassWorkParts, massWork } from "#test/support/mass-work.ts";
import { area, residentId } from "#test/support/people.ts";
import { registerOfPeople } from "#test/support/register-of-people.ts";

const county = "339901";

/** The calls of the contract on a register of four people who are due on 2024-07-01, which has come. */
const service = async (differing: Partial<MassWorkParts> = {}) => {
  const register = registerOfPeople("2024-06-30");
  for (let number = 1; number <= 4; number++) await changingMonthly(register, 1);
  register.setToday("2024-07-01");
  const work = massWork(register, differing);
  const { jobs, executions } = work.parts;
  const call = { query: {}, caller: operator };
  const named = ({ jobId }: Pick<Recomputation, "jobId">) => ({ ...call, params: { jobId }, body: {} });
  const request = requestRecomputation(work.parts);
  const read = readRecomputation(jobs);
  const stop = stopRecomputation(jobs);
  const resume = resumeRecomputation(jobs, executions);
  return {
    register,
    work,
    request: (body: Parameters<typeof request>[0]["body"]) => request({ ...call, params: {}, body }),
    read: async (job: Pick<Recomputation, "jobId">) => (await read(named(job))).body,
    stop: async (job: Pick<Recomputation, "jobId">) => (await stop(named(job))).body,
    resume: (job: Pick<Recomputation, "jobId">) => resume(named(job)),
  };
};

const nobodys = { jobId: JobId.parse(`j-${"0".repeat(26)}`) };

describe("of one resident", () => {
  test("it is done at once and says what was done, never what the points are", async () => {
    const { request, read, work } = await service();

    const { status, body: job } = await request({ residentId: residentId(1) });

    expect(status).toBe(201);
    expect(job).toMatchObject({
      work: { of: "resident", residentId: residentId(1) },
      state: "done",
      finishedAt: "2024-07-01T02:00:00.000Z",
      shards: { done: 0, of: 0 },
      counts: { found: 1, read: 1, written: 1, changed: 1, unchanged: 0 },
    });
    expect(await read(job)).toEqual(job);
    expect(work.executions.names()).toEqual([]);
  });

  test("an unknown one is refused, and leaves no job", async () => {
    const { request } = await service();

    await expect(request({ residentId: residentId(77) })).rejects.toMatchObject({ code: "resident-unknown" });
  });
});

describe("of many", () => {
  test.each([
    ["an area", { area: area(county) }, { of: "area", area: county }],
    ["everyone", { everyone: true }, { of: "everyone" }],
    ["all who are due", { due: true }, { of: "due", day: "2024-07-01" }],
  ] as const)("%s: the job is stored, begun, and goes on by itself to the end", async (_, body, expected) => {
    const { request, read, work, register } = await service();

    const { status, body: begun } = await request(body);
    await work.run();

    expect(status).toBe(202);
    expect(begun).toMatchObject({
      work: expected,
      state: "running",
      run: 1,
      finishedAt: null,
      shards: { done: 0, of: 32 },
    });
    expect(work.executions.names()).toEqual([`${begun.jobId}-1`]);
    expect(await read(begun)).toMatchObject({
      state: "done",
      finishedAt: register.now(),
      shards: { done: 32, of: 32 },
      counts: { found: 4, read: 4, written: 4, changed: 4 },
    });
    expect((await register.scores.read(residentId(1)))?.cause).toBe("requested");
    expect(work.published()).toEqual([]);
  });

  test("only what changed is written", async () => {
    const { request, read, work, register } = await service();
    await register.recompute(residentId(1));
    await register.recompute(residentId(2));
    register.setToday("2024-07-02");

    const { body: job } = await request({ everyone: true });
    await work.run();

    expect((await read(job)).counts).toMatchObject({ found: 4, written: 2, changed: 2, unchanged: 2 });
    expect((await register.scores.read(residentId(1)))?.basis.asOf).toBe("2024-07-01");
  });

  test("its progress is the sum over its shards", async () => {
    const { request, read, work } = await service();
    const { body: job } = await request({ everyone: true });
    const { shards } = await work.plan({ jobId: job.jobId });

    for (const task of shards.slice(0, 3)) await work.work(task);

    expect(await read(job)).toMatchObject({
      state: "running",
      shards: { done: 3, of: 32 },
      counts: { found: 2, written: 2 },
    });
  });

  test("one that does not begin is there all the same, and a resumption begins it", async () => {
    let isBroken = true;
    const started: string[] = [];
    const executions = {
      start: async (name: string) => {
        if (isBroken) throw new Error("no connection");
        started.push(name);
        return "started" as const;
      },
    };
    const { request, read, resume } = await service({ executions });

    const refusal = await request({ everyone: true }).catch((thrown) => thrown);
    const job = { jobId: refusal.details.jobId };
    const stored = await read(job);
    isBroken = false;
    await resume(job);

    expect(refusal).toMatchObject({ code: "job-not-started" });
    expect(stored).toMatchObject({ state: "running", run: 1 });
    expect(started).toEqual([`${job.jobId}-2`]);
  });
});

describe("stopping and resuming", () => {
  test("what was recorded stays, what is open waits, and a resumption ends it with each counted once", async () => {
    const { request, read, stop, resume, work } = await service({ pageSize: 1 });
    const { body: job } = await request({ everyone: true });
    const { shards } = await work.plan({ jobId: job.jobId });
    for (const task of shards.slice(0, 3)) await work.work(task);

    const stopped = await stop(job);
    await work.run();
    const waiting = await read(job);
    const { status, body: resumed } = await resume(job);
    await work.run();

    expect(stopped).toMatchObject({ state: "stopped", shards: { done: 3 }, counts: { found: 2 } });
    expect(waiting).toEqual(stopped);
    expect(status).toBe(202);
    expect(resumed).toMatchObject({ state: "running", run: 2, shards: { done: 3 } });
    expect(await read(job)).toMatchObject({
      state: "done",
      run: 2,
      shards: { done: 32 },
      counts: { found: 4, written: 4 },
    });
  });

  test("stopping twice is stopping once", async () => {
    const { request, stop } = await service();
    const { body: job } = await request({ everyone: true });

    expect(await stop(job)).toEqual(await stop(job));
  });

  test("one that is said to run, but was killed, is taken over", async () => {
    const { request, read, resume, work } = await service();
    const { body: job } = await request({ everyone: true });
    // its execution is gone
    work.executions.take();

    await resume(job);
    await work.run();

    expect(await read(job)).toMatchObject({ state: "done", run: 2 });
  });

  test("what an earlier run gave up does not fail the later one", async () => {
    const { request, read, resume, work } = await service();
    const { body: job } = await request({ everyone: true });
    const { shards } = await work.plan({ jobId: job.jobId });
    await resume(job);

    await work.summarise({ jobId: job.jobId, shards, results: shards.map(() => ({ gaveUp: true as const })) });

    expect(await read(job)).toMatchObject({ state: "running", run: 2 });
  });

  test("a night that was stopped is not begun again by a firing, but by a resumption", async () => {
    const { read, stop, resume, work } = await service();
    const night = { jobId: JobId.parse("night-2024-07-01") };
    await work.plan({ work: "night" });

    await stop(night);
    await work.run({ work: "night" });
    const waiting = await read(night);
    await resume(night);
    await work.run();

    expect(waiting.state).toBe("stopped");
    expect(await read(night)).toMatchObject({ state: "done", counts: { found: 4 } });
  });

  test("is refused once it is done, and where there is none", async () => {
    const { request, stop, resume } = await service();
    const { body: done } = await request({ residentId: residentId(1) });

    for (const change of [stop, resume]) {
      await expect(change(done)).rejects.toMatchObject({ code: "job-done", details: { jobId: done.jobId } });
      await expect(change(nobodys)).rejects.toMatchObject({ code: "job-unknown", details: nobodys });
    }
  });
});

test("an unknown job has no progress", async () => {
  const { read } = await service();

  await expect(read(nobodys)).rejects.toMatchObject({ code: "job-unknown", details: nobodys });
});
