import { expect, test } from "vitest";
import * as z from "zod";
import { machineStep } from "#functions/recomputation/machine-step.ts";

const step = machineStep("count-sheep", z.strictObject({ sheep: z.int() }), async ({ sheep }) => {
  if (sheep < 0) throw new Error(`${sheep} sheep of 山雨`);
  return { sheep };
});

test("does its step", async () => {
  expect(await step({ sheep: 3 })).toEqual({ sheep: 3 });
});

test.each([
  ["a fault", { sheep: -1 }],
  ["an event that it does not know", { wolves: 1 }],
])("tells the machine of %s only that it failed", async (_, event) => {
  const fault = await step(event).catch((thrown) => thrown);

  expect([fault.message, fault.cause]).toEqual(["count-sheep failed", undefined]);
});
