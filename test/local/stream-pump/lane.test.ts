import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { openLane } from "#local/stream-pump/lane.ts";

const record = (number: number, bytes = 2) => ({ sequence: String(number), createdAt: 0, json: "x".repeat(bytes) });
const anHour = 3_600_000;

const laneOf = (batchSize: number, batchingWindowMs: number, ending = new AbortController()) => {
  const lane = openLane({ batchSize, batchingWindowMs, signal: ending.signal });
  const next = async () => (await lane.next()).map(({ sequence }) => Number(sequence));
  return { ...lane, next, end: () => ending.abort() };
};

const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  await turn();
  return Promise.race([promise.then(() => true), turn(false)]);
};

test("without a window whatever waits goes at once, up to the size of a batch", async () => {
  const lane = laneOf(2, 0);
  for (const number of [1, 2, 3]) lane.put(record(number));

  expect([await lane.next(), await lane.next()]).toEqual([[1, 2], [3]]);
});

test("within its window a batch waits until it is full", async () => {
  const lane = laneOf(3, anHour);
  const batch = lane.next();
  lane.put(record(1));
  lane.put(record(2));
  const early = await isSettled(batch);

  lane.put(record(3));

  expect(early).toBe(false);
  expect(await batch).toEqual([1, 2, 3]);
});

test("a batch that isn't full goes when its window is over", async () => {
  const lane = laneOf(3, 5);
  lane.put(record(1));

  expect(await lane.next()).toEqual([1]);
});

test("an event has 6 MB at most, and a record larger than that comes alone", async () => {
  const megabyte = 1024 * 1024;
  const lane = laneOf(100, anHour);
  for (const [number, size] of [5, 2, 3, 7, 1].entries()) lane.put(record(number, size * megabyte));

  expect([await lane.next(), await lane.next(), await lane.next()]).toEqual([[0], [1, 2], [3]]);
});

test.each([0, anHour])("waiting for a batch ends with the signal (window %s ms)", async (windowMs) => {
  const lane = laneOf(3, windowMs);
  const empty = lane.next();
  lane.put(record(1));
  if (windowMs === 0) await empty;
  const batch = windowMs === 0 ? lane.next() : empty;

  lane.end();

  await expect(batch).rejects.toMatchObject({ name: "AbortError" });
});
