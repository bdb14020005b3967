import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, expect, test } from "vitest";
import { startQueues } from "#local/queues/start-queues.ts";
import { sqsIdQueue } from "#shared/storage/sqs-id-queue.ts";

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const clientOf = (endpoint: string): SQSClient => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const options = { endpoint, region: "local", credentials, useQueueUrlAsEndpoint: false, maxAttempts: 1 };
  const client = new SQSClient(options);
  open.push(() => client.destroy());
  return client;
};

test("a queue of ids carries the id and nothing else", async () => {
  const queue = { visibilitySeconds: 30, retentionSeconds: 3600, delaySeconds: 0, waitSeconds: 0, maximumBytes: 1024 };
  const queues = await startQueues({ queues: [{ name: "Ids", ...queue, redrive: undefined }] });
  open.push(queues.close);
  const client = clientOf(queues.endpoint);

  await sqsIdQueue(client, "Ids").send("m-1");

  const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: "Ids" }));
  expect(Messages.map(({ Body }) => Body)).toEqual(["m-1"]);
});

test("an id that nobody takes is a fault", async () => {
  const sending = sqsIdQueue(clientOf("http://127.0.0.1:1"), "Ids").send("m-1");

  await expect(sending).rejects.toThrow("id not taken by its queue");
});
