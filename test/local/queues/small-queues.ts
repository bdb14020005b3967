import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { onTestFinished } from "vitest";
import { startQueues } from "#local/queues/start-queues.ts";
import type { QueueDefinition } from "#local/template/queues.ts";

/** A queue as a template that says nothing about it would make it. */
export const aQueue = (name: string, said: Partial<QueueDefinition> = {}): QueueDefinition => ({
  name,
  visibilitySeconds: 30,
  retentionSeconds: 345_600,
  delaySeconds: 0,
  waitSeconds: 0,
  maximumBytes: 1_048_576,
  redrive: undefined,
  ...said,
});

/** A queue that gives up after two attempts, its dead-letter queue, and one that is nobody's. */
export const smallQueues = [
  aQueue("Retry", { redrive: { deadLetterQueue: "RetryDeadLetters", maxReceiveCount: 2 } }),
  aQueue("RetryDeadLetters", { retentionSeconds: 1_209_600 }),
  aQueue("Positions"),
];

/** Starts queues, and makes what a test does with them. */
export const startSmallQueues = async (queues: readonly QueueDefinition[] = smallQueues, directory?: string) => {
  const started = await startQueues({ queues, ...(directory !== undefined && { directory }) });
  onTestFinished(() => started.close());
  return { ...started, ...callsOf(started.endpoint) };
};

/** The calls that tests make most, through the unmodified SDK. */
export const callsOf = (endpoint: string) => {
  const sqs = new SQSClient({
    endpoint,
    region: "local",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    useQueueUrlAsEndpoint: false,
  });
  onTestFinished(() => sqs.destroy());
  return {
    sqs,
    put: (QueueUrl: string, MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody })),
    take: async (QueueUrl: string, more: Partial<ReceiveMessageCommand["input"]> = {}) => {
      const MessageSystemAttributeNames = ["All" as const];
      const input = { QueueUrl, MaxNumberOfMessages: 10, MessageSystemAttributeNames, ...more };
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(input));
      return Messages;
    },
  };
};

/** A directory that goes with the test. */
export const aDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), "queues-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
};
