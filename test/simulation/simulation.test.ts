import { expect, test } from "vitest";
import { seedsThatFail } from "./seeds-that-fail.ts";
import { simulate } from "./simulate.ts";

test("whatever the network does, the first thousand seeds hold", { timeout: 300_000 }, async () => {
  expect(await seedsThatFail(1, 1000)).toEqual([]);
});

test("the same seed plays the same simulation, and another one another", async () => {
  const [first, again, other] = [await simulate(12_345), await simulate(12_345), await simulate(12_346)];

  expect(again.trace.digest()).toBe(first.trace.digest());
  expect(other.trace.digest()).not.toBe(first.trace.digest());
});
