import { describe, expect, test } from "vitest";
import type { Job, JobCounts, Jobs, ShardProgress } from "#shared/storage/jobs.ts";
import { residentId } from "#test/support/people.ts";

/** What every place of jobs has to do. */
export const jobsCases = (make: () => Promise<Jobs>): void => {
  test("nobody's job is unknown, and no shard of it was worked", async () => {
    const jobs = await make();

    expect(await jobs.read("j-1")).toBeUndefined();
    expect(await jobs.readShards("j-1")).toEqual([]);
    expect(await jobs.readShard("j-1", "00")).toBeUndefined();
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
      jobs.put({ ...aJob, state: "stopped" }),
      jobs.put({ ...aJob, requestedBy: "another" }),
    ]);

    expect(put).toEqual([false, false]);
    expect(await jobs.read("j-1")).toEqual(aJob);
  });

  describe("a job is replaced", () => {
    const stopped: Job = { ...aJob, state: "stopped" };

    test("while it is in the state and the run in which it was read", async () => {
      const jobs = await make();
      await jobs.put(aJob);

      expect(await jobs.replace(aJob, stopped)).toBe(true);

      expect(await jobs.read("j-1")).toEqual(stopped);
    });

    test.each([
      ["in another state", { ...aJob, state: "failed" } as const],
      ["in another run", { ...aJob, run: 2 }],
    ])("and stays as it is once it is %s", async (_, stored) => {
      const jobs = await make();
      await jobs.put(stored);

      expect(await jobs.replace(aJob, stopped)).toBe(false);

      expect(await jobs.read("j-1")).toEqual(stored);
    });

    test("and isn't made where there is none", async () => {
      const jobs = await make();

      expect(await jobs.replace(aJob, stopped)).toBe(false);

      expect(await jobs.read("j-1")).toBeUndefined();
    });

    test("by one of several at once", async () => {
      const jobs = await make();
      await jobs.put(aJob);

      const replaced = await Promise.all([1, 2, 3].map(() => jobs.replace(aJob, stopped)));

      expect(replaced.filter(Boolean)).toHaveLength(1);
    });
  });

  describe("the progress of a shard", () => {
    test("is read with that of the job's other shards, in their order, at once", async () => {
      const jobs = await make();
      await jobs.put(aJob);
      for (const shard of ["31", "00", "07"]) await jobs.saveShard(aPage({ shard }));
      await jobs.saveShard(aPage({ jobId: "j-2" }));

      expect(await jobs.readShards("j-1")).toEqual(["00", "07", "31"].map((shard) => aPage({ shard })));
      expect(await jobs.readShard("j-1", "07")).toEqual(aPage({ shard: "07" }));
      expect(await jobs.readShard("j-1", "08")).toBeUndefined();
      expect(await jobs.read("j-1")).toEqual(aJob);
    });

    test("goes from page to page", async () => {
      const jobs = await make();
      const last = aPage({ page: 3, cursor: null, done: true, behindSince: "2024-06-30T01:00:00.000Z" });

      const saved = [
        await jobs.saveShard(aPage()),
        await jobs.saveShard(aPage({ page: 2 })),
        await jobs.saveShard(last),
      ];

      expect(saved).toEqual([true, true, true]);
      expect(await jobs.readShards("j-1")).toEqual([last]);
    });

    test.each([
      ["again by another worker", 2],
      ["after an earlier page than the last", 1],
      ["before the page that comes first", 4],
    ])("is not saved %s", async (_, page) => {
      const jobs = await make();
      await jobs.saveShard(aPage());
      await jobs.saveShard(aPage({ page: 2 }));

      expect(await jobs.saveShard(aPage({ page, worker: "another" }))).toBe(false);

      expect(await jobs.readShards("j-1")).toEqual([aPage({ page: 2 })]);
    });

    test("begins with the first page", async () => {
      const jobs = await make();

      expect(await jobs.saveShard(aPage({ page: 2 }))).toBe(false);

      expect(await jobs.readShards("j-1")).toEqual([]);
    });

    test.each([1, 2])("counts as saved when page %i arrives from its worker a second time", async (page) => {
      const jobs = await make();
      if (page === 2) await jobs.saveShard(aPage());

      const saved = [await jobs.saveShard(aPage({ page })), await jobs.saveShard(aPage({ page }))];

      expect(saved).toEqual([true, true]);
    });

    test("is saved by one of several workers at once", async () => {
      const jobs = await make();

      const saved = await Promise.all(["one", "two", "three"].map((worker) => jobs.saveShard(aPage({ worker }))));

      expect(saved.filter(Boolean)).toHaveLength(1);
    });
  });
};

const counts: JobCounts = {
  found: 9,
  read: 8,
  written: 7,
  changed: 6,
  unchanged: 1,
  failed: 1,
  missed: 0,
  behind: 0,
};

const aJob: Job = {
  jobId: "j-1",
  work: { of: "resident", residentId: residentId(1) },
  shards: ["07", "08"],
  state: "running",
  run: 1,
  requestedAt: "2024-06-30T02:00:00.000Z",
  requestedBy: "an operator",
  finishedAt: null,
  counts,
};

const aPage = (differing: Partial<ShardProgress> = {}): ShardProgress => ({
  jobId: "j-1",
  shard: "07",
  page: 1,
  worker: "one",
  cursor: "a-cursor",
  done: false,
  counts,
  behindSince: null,
  ...differing,
});
