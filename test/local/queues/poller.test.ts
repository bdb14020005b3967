import type { SQSEvent } from "aws-lambda";
import { expect, onTestFinished, test } from "vitest";
import type { Outcome } from "#local/functions/execution.ts";
import { startQueuePoller } from "#local/queues/poller.ts";
import { startQueues } from "#local/queues/start-queues.ts";
import type { QueueMapping } from "#local/template/event-source-mappings.ts";
import { startSmallQueues } from "./small-queues.ts";

const mapping: QueueMapping = {
  id: "RetryMapping",
  queueArn: "arn:aws:sqs:local:000000000000:Retry",
  functionName: "retry",
  batchSize: 10,
  batchingWindowSeconds: 0,
  maximumConcurrency: 2,
  reportsBatchItemFailures: true,
};

type Handle = (event: SQSEvent, functionName: string) => unknown;

/** A poller over queues of its own, and a function that is called by it. */
const startPolling = async (handle: Handle, changes: Partial<QueueMapping> = {}) => {
  const queues = await startSmallQueues();
  const lines: string[] = [];
  const invoke = async (name: string, event: string): Promise<Outcome> => {
    try {
      const answer = await handle(JSON.parse(event), name);
      return { type: "answered", payload: JSON.stringify(answer ?? null) };
    } catch (error) {
      return { type: "failed", errorType: "Error", errorMessage: String(error) };
    }
  };
  const poll = () => {
    const poller = startQueuePoller({
      mappings: [{ ...mapping, ...changes }],
      endpoint: queues.endpoint,
      invoke,
      log: (text) => lines.push(text),
    });
    onTestFinished(() => poller.stop());
    return poller;
  };
  return { ...queues, poll, lines };
};

const bodiesOf = ({ Records }: SQSEvent) => Records.map(({ body }) => body);

test("a function gets messages in the shape Lambda gives them, and what it is done with is deleted", async () => {
  const events: [SQSEvent, string][] = [];
  const { put, poll, ages } = await startPolling((...call) => void events.push(call));
  const { MessageId, MD5OfMessageBody } = await put("Retry", "1");

  const poller = poll();
  await expect.poll(() => events.length).toBe(1);
  await poller.stop();

  expect(events[0]?.[1]).toBe("retry");
  expect(events[0]?.[0]).toEqual({
    Records: [
      {
        messageId: MessageId,
        receiptHandle: expect.any(String),
        body: "1",
        attributes: {
          ApproximateReceiveCount: "1",
          SentTimestamp: expect.stringMatching(/^\d{13}$/),
          SenderId: "local",
          ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
        },
        messageAttributes: {},
        md5OfBody: MD5OfMessageBody,
        eventSource: "aws:sqs",
        eventSourceARN: mapping.queueArn,
        awsRegion: "local",
      },
    ],
  });
  expect(ages().Retry).toMatchObject({ visible: 0, inFlight: 0 });
});

test("of a batch only what failed comes again, until it is a dead letter, and nobody behind it waits", async () => {
  const handled: string[] = [];
  const { put, poll, elapse, ages } = await startPolling(({ Records }) => {
    handled.push(...Records.map(({ body }) => body));
    const failed = Records.filter(({ body }) => body === "poison");
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  });
  for (const body of ["1", "poison", "2"]) await put("Retry", body);

  poll();
  await expect.poll(() => ages().Retry).toMatchObject({ visible: 0, inFlight: 1 });
  await put("Retry", "3");
  await expect.poll(() => handled).toContain("3");
  elapse(30);
  await expect.poll(() => handled.filter((body) => body === "poison").length).toBe(2);
  elapse(30);

  await expect.poll(() => ages().RetryDeadLetters?.visible).toBe(1);
  expect(handled.toSorted()).toEqual(["1", "2", "3", "poison", "poison"]);
});

test("what a function failed at altogether comes again altogether", async () => {
  let attempts = 0;
  const { put, poll, elapse, ages, lines } = await startPolling(() => {
    attempts += 1;
    if (attempts === 1) throw new Error("a bad day");
  });
  for (const body of ["1", "2"]) await put("Retry", body);

  poll();
  await expect.poll(() => lines.join("")).toContain("RetryMapping: 2 of 2 messages failed, and come again");
  elapse(30);

  await expect.poll(() => ages().Retry).toMatchObject({ visible: 0, inFlight: 0 });
  expect(attempts).toBe(2);
});

test("a stopped poller finishes what it began and leaves the rest, and the next goes on there", async () => {
  const handled: string[] = [];
  const { promise: permission, resolve: permit } = Promise.withResolvers<void>();
  const { put, poll, ages } = await startPolling(
    async (event) => {
      await permission;
      handled.push(...bodiesOf(event));
    },
    { batchSize: 1, maximumConcurrency: 2 },
  );
  for (const body of ["1", "2", "3", "4"]) await put("Retry", body);

  const poller = poll();
  await expect.poll(() => ages().Retry).toMatchObject({ visible: 2, inFlight: 2 });
  const stopping = poller.stop();
  permit();
  await stopping;
  const left = ages().Retry;
  poll();

  await expect.poll(() => handled.length).toBe(4);
  expect(left).toMatchObject({ visible: 2, inFlight: 0 });
  expect(handled.toSorted()).toEqual(["1", "2", "3", "4"]);
});

test("a batching window gathers what comes one by one", async () => {
  const sizes: number[] = [];
  const { put, poll, ages } = await startPolling(({ Records }) => void sizes.push(Records.length), {
    batchSize: 3,
    batchingWindowSeconds: 300,
  });

  poll();
  for (const body of ["1", "2", "3"]) await put("Retry", body);

  await expect.poll(() => sizes).toEqual([3]);
  await expect.poll(() => ages().Retry).toMatchObject({ visible: 0, inFlight: 0 });
});

test("queues that do not answer are no reason to end", async () => {
  const lines: string[] = [];
  const { endpoint, close } = await startQueues({ queues: [] });
  await close();

  const poller = startQueuePoller({
    mappings: [mapping],
    endpoint,
    invoke: async () => ({ type: "answered", payload: "null" }),
    log: (text) => lines.push(text),
  });
  await expect.poll(() => lines.join(""), { timeout: 20_000 }).toContain("nothing could be received");

  await poller.stop();
});
