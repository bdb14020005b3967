import { expect, test } from "vitest";
import type { Job, Jobs } from "#shared/storage/jobs.ts";
import { residentId } from "#test/support/people.ts";

/** What every place of jobs has to do. */
export const jobsCases = (make: () => Promise<Jobs>): void => {
  test("nobody's job is unknown", async () => {
    expect(await (await make()).read("j-1")).toBeUndefined();
  });

  test("a job is read as it was put, at once", async () => {
    const jobs = await make();

    expect(await jobs.put(aJob)).toBe(true);

    expect(await jobs.read("j-1")).toEqual(aJob);
  });

  test("a job that is there stays as it is", async () => {
    const jobs = await make();
    await jobs.put(aJob);

    const put = await Promise.all([
      jobs.put({ ...aJob, state: "running" }),
      jobs.put({ ...aJob, requestedBy: "another" }),
    ]);

    expect(put).toEqual([false, false]);
    expect(await jobs.read("j-1")).toEqual(aJob);
  });
};

const aJob: Job = {
  jobId: "j-1",
  scope: { of: "resident", residentId: residentId(1) },
  state: "done",
  requestedAt: "2024-06-30T02:00:00.000Z",
  requestedBy: "an operator",
  counts: { recomputed: 1, changed: 1 },
};
