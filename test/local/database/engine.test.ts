import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { createEngine } from "#local/database/engine.ts";
import { openLevel } from "#local/database/open-level.ts";

const slowEngine = async () => {
  const level = await openLevel(undefined);
  const batch = level.batch.bind(level);
  level.batch = async (writes) => {
    await delay(5);
    return batch(writes);
  };
  const engine = createEngine(level, 0);
  const count = () => Number(level.getSync("count") ?? 0);
  const increment = () =>
    engine.write(async () => {
      const value = count() + 1;
      await delay(1);
      return { answer: { value }, writes: [{ type: "put", key: "count", value }] };
    });
  return { engine, count, increment };
};

test("a write is prepared on what the one before has committed", async () => {
  const { count, increment } = await slowEngine();

  const answers = await Promise.all(Array.from({ length: 10 }, increment));

  expect(answers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((value) => ({ value })));
  expect(count()).toBe(10);
});

test("a write that fails writes nothing and keeps nobody from writing", async () => {
  const { engine, count, increment } = await slowEngine();

  const failing = engine.write(() => Promise.reject(new Error("refused")));
  const following = increment();

  await expect(failing).rejects.toThrow("refused");
  await following;
  expect(count()).toBe(1);
});
