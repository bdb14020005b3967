import { expect, test } from "vitest";
import { queuesIn } from "#local/template/queues.ts";
import type { ResourcesOf } from "#local/template/resources-of.ts";

/** What a template's queues are, their intrinsics resolved. */
const resources =
  (queues: Readonly<Record<string, object>>): ResourcesOf =>
  (type, schema) =>
    type === "AWS::SQS::Queue"
      ? Object.entries(queues).map(([id, properties]) => ({ id, properties: schema.parse(properties) }) as never)
      : [];

const deadLetterTargetArn = "arn:aws:local:local:000000000000:DeadLetters";

test("a queue that says nothing has the defaults of CloudFormation", () => {
  expect(queuesIn(resources({ Plain: {} }))).toEqual([
    {
      name: "Plain",
      visibilitySeconds: 30,
      retentionSeconds: 345_600,
      delaySeconds: 0,
      waitSeconds: 0,
      maximumBytes: 1_048_576,
      redrive: undefined,
    },
  ]);
});

test("a queue has its times, and knows where its dead letters go", () => {
  const [work, letters] = queuesIn(
    resources({
      Work: { VisibilityTimeout: 360, RedrivePolicy: { deadLetterTargetArn, maxReceiveCount: 5 }, Tags: [] },
      DeadLetters: { MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true },
    }),
  );

  expect(work).toMatchObject({
    visibilitySeconds: 360,
    redrive: { deadLetterQueue: "DeadLetters", maxReceiveCount: 5 },
  });
  expect(letters).toMatchObject({ retentionSeconds: 1_209_600, redrive: undefined });
});

test.each([
  ["a FIFO queue", { FifoQueue: true }, "FifoQueue"],
  ["whom it takes dead letters of", { RedriveAllowPolicy: {} }, "RedriveAllowPolicy"],
  ["a time-out of a day", { VisibilityTimeout: 86_400 }, "VisibilityTimeout"],
  ["a dead-letter queue elsewhere", { RedrivePolicy: { deadLetterTargetArn, maxReceiveCount: 5 } }, "DeadLetters"],
])("%s is refused by name", (_, properties, name) => {
  expect(() => queuesIn(resources({ Odd: properties }))).toThrow(name);
});
