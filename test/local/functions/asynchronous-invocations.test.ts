import { expect, onTestFinished, test } from "vitest";
import { asynchronousInvocations } from "#local/functions/asynchronous-invocations.ts";
import type { Outcome } from "#local/functions/execution.ts";
import type { InvokeConfig } from "#local/template/invoke-configs.ts";

const answered: Outcome = { type: "answered", payload: "null" };
const failed: Outcome = { type: "failed", errorType: "Error", errorMessage: "no" };

/** A function that behaves so, again and again as it does last. */
const aFunction = (behaviour: readonly Outcome[], configs: readonly InvokeConfig[] = []) => {
  const events: string[] = [];
  const sent: [string, unknown][] = [];
  const asynchronous = asynchronousInvocations({
    configs,
    invoke: async (name, event) => {
      events.push(`${name} ${event}`);
      return behaviour[events.length - 1] ?? behaviour.at(-1) ?? answered;
    },
    sendToQueue: (queue, body) => sent.push([queue, JSON.parse(body)]),
    log: () => {},
    pauseMs: 1,
  });
  onTestFinished(() => asynchronous.close());
  return { asynchronous, events, sent };
};

test("a function is called once, with its event", async () => {
  const { asynchronous, events } = aFunction([answered]);

  asynchronous.start("keep-deadlines", '{"a":1}');
  expect(asynchronous.running()).toBe(1);
  await asynchronous.idle();

  expect([asynchronous.running(), events]).toEqual([0, ['keep-deadlines {"a":1}']]);
});

test("a function that fails is called twice more, as Lambda does it", async () => {
  const { asynchronous, events, sent } = aFunction([failed]);

  asynchronous.start("keep-deadlines", "{}");
  await asynchronous.idle();

  expect([events.length, sent]).toEqual([3, []]);
});

test("a function that succeeds in the end is called no more", async () => {
  const { asynchronous, events } = aFunction([failed, answered]);

  asynchronous.start("keep-deadlines", "{}");
  await asynchronous.idle();

  expect(events.length).toBe(2);
});

test("what is given up goes to the queue that is named for it, with the event and the error", async () => {
  const config = { functionName: "keep-deadlines", retries: 1, onFailureQueue: "ScheduleFailures" };
  const { asynchronous, events, sent } = aFunction([failed], [config]);

  asynchronous.start("keep-deadlines", '{"a":1}');
  await asynchronous.idle();

  expect(events.length).toBe(2);
  expect(sent).toMatchObject([
    [
      "ScheduleFailures",
      {
        requestContext: { condition: "RetriesExhausted", approximateInvokeCount: 2 },
        requestPayload: { a: 1 },
        responsePayload: { errorType: "Error", errorMessage: "no" },
      },
    ],
  ]);
});

test("when the machine is switched off between two attempts, it is given up by nobody", async () => {
  const config = { functionName: "keep-deadlines", retries: 2, onFailureQueue: "ScheduleFailures" };
  const { asynchronous, events, sent } = aFunction([failed], [config]);

  asynchronous.start("keep-deadlines", "{}");
  await asynchronous.close();

  expect([events.length, sent]).toEqual([1, []]);
});
