import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { inParallel } from "#shared/runtime/in-parallel.ts";

test("answers in order, however long each takes", async () => {
  const answers = await inParallel([3, 1, 2, 0], 2, async (delay) => {
    await setTimeout(delay * 3);
    return delay * 10;
  });

  expect(answers).toEqual([30, 10, 20, 0]);
});

test("never works on more things at a time than the width", async () => {
  let running = 0;
  let most = 0;
  await inParallel(Array.from({ length: 20 }), 4, async () => {
    running += 1;
    most = Math.max(most, running);
    await setTimeout(1);
    running -= 1;
  });

  expect(most).toBe(4);
});

test("after a failure nothing further is begun, and what was begun has ended", async () => {
  const begun: number[] = [];
  const ended: number[] = [];

  const working = inParallel([0, 1, 2, 3, 4], 2, async (thing) => {
    begun.push(thing);
    await setTimeout(thing === 0 ? 1 : 10);
    if (thing === 0) throw new Error("broken");
    ended.push(thing);
  });

  await expect(working).rejects.toThrow("broken");
  expect([begun, ended]).toEqual([[0, 1], [1]]);
});

test("of nothing there is nothing to do", async () => {
  expect(await inParallel([], 4, async () => 1)).toEqual([]);
});
