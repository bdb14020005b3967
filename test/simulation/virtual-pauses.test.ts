import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { chanceOf } from "#test/support/chance.ts";
import { createScheduler, settled } from "./scheduler.ts";
import { withVirtualPauses } from "./virtual-pauses.ts";

test("a pause lasts until the scheduler ends it, and not for real milliseconds", async () => {
  const scheduler = createScheduler(chanceOf(1, 1));
  const ended: string[] = [];

  await withVirtualPauses(scheduler, async () => {
    void setTimeout(3_600_000).then(() => ended.push("an hour"));
    await settled();
    expect([scheduler.isWaiting(), ended]).toEqual([true, []]);
    await scheduler.step();
  });

  expect([scheduler.isWaiting(), ended]).toEqual([false, ["an hour"]]);
});
