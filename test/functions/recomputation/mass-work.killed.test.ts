import { describe, expect, test } from "vitest";
import { counted } from "#functions/recomputation/job-counts.ts";
import type { ExecutionInput } from "#shared/storage/executions.ts";
import type { Job } from "#shared/storage/jobs.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { changingMonthly } from "#test/support/calendar-people.ts";
import { massWork } from "#test/support/mass-work.ts";
import { mortal } from "#test/support/mortal.ts";
import { residentId } from "#test/support/people.ts";
import { registerOfPeople } from "#test/support/register-of-people.ts";

const numbers = Array.from({ length: 14 }, (_, at) => at + 1);
/** Due on the day that is worked; 4 and 10 share a shard, and so do 8 and 14. */
const due = [4, 8, 10, 14];
const inhabited = new Set(numbers.map((number) => shardOf(residentId(number))));

const everyone: Job = {
  jobId: "j-everyone",
  work: { of: "everyone" },
  // dying in shards that nobody is in takes time and shows nothing
  shards: [...inhabited],
  state: "running",
  run: 1,
  requestedAt: "2024-07-01T02:00:00.000Z",
  requestedBy: "an operator",
  finishedAt: null,
  counts: counted(),
};

interface Doing {
  readonly input: ExecutionInput;
  readonly jobId: string;
  readonly sliceSeconds: number;
}

/** The work on some people, page by page of one; killed after so many calls, and tried again by the machine. */
const worked = async ({ input, jobId, sliceSeconds }: Doing, diesAfter: number) => {
  const register = registerOfPeople("2024-06-30");
  for (const number of numbers) {
    if (due.includes(number)) await changingMonthly(register, 1);
    else await register.register("339901");
  }
  register.setToday("2024-07-01");
  await register.jobs.put(everyone);
  const death = mortal(diesAfter);
  const work = massWork(register, { pageSize: 1, width: 1, sliceSeconds }, { ...death, tries: 2 });

  await work.run(input);

  const state = numbers.map(async (number) => ({
    score: await register.scores.read(residentId(number)),
    history: (await register.scores.history(residentId(number), { limit: 10 })).entries,
  }));
  const job = await register.jobs.read(jobId);
  return { people: await Promise.all(state), job, published: work.published(), calls: death.calls() };
};

describe("killed after any step", () => {
  test.each([0, 600])(
    "a night in slices of %i s leaves what it would have left, counts no one twice and publishes at most once",
    async (sliceSeconds) => {
      const doing = { input: { work: "night" }, jobId: "night-2024-07-01", sliceSeconds } as const;
      const whole = await worked(doing, Number.POSITIVE_INFINITY);
      expect(whole.job).toMatchObject({ state: "done", counts: { found: due.length, written: due.length } });

      for (let step = 1; step <= whole.calls; step++) {
        const { people, job, published } = await worked(doing, step);

        expect([step, people]).toEqual([step, whole.people]);
        expect([step, job?.state]).toEqual([step, "done"]);
        // whom a killed page had recorded is no longer due, and that page counts only those left
        const written = job?.counts.written ?? 0;
        expect([due.length, due.length - 1]).toContain(written);
        expect(job?.counts).toMatchObject({ found: written, read: written, failed: 0 });
        expect(published.length).toBeLessThanOrEqual(1);
      }
    },
  );

  test("work on everyone comes to each of them, and counts each once", async () => {
    const doing = { input: { jobId: everyone.jobId }, jobId: everyone.jobId, sliceSeconds: 0 };
    const whole = await worked(doing, Number.POSITIVE_INFINITY);
    expect(whole.job).toMatchObject({
      state: "done",
      counts: { found: numbers.length, written: numbers.length, unchanged: 0 },
    });

    for (let step = 1; step <= whole.calls; step++) {
      const { people, job } = await worked(doing, step);

      expect([step, people]).toEqual([step, whole.people]);
      expect([step, job?.state, job?.counts.found, job?.counts.read]).toEqual([
        step,
        "done",
        numbers.length,
        numbers.length,
      ]);
      expect((job?.counts.written ?? 0) + (job?.counts.unchanged ?? 0)).toBe(numbers.length);
    }
  });
});
