import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, describe, expect, test } from "vitest";
import { startQueues } from "#local/queues/start-queues.ts";
import { RetryRequest } from "#shared/storage/retry-queue.ts";
import { sqsRetryQueue } from "#shared/storage/sqs-retry-queue.ts";
import { aRequest, retryQueueCases } from "./retry-queue.cases.ts";

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const clientOf = (endpoint: string): SQSClient => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SQSClient({
    endpoint,
    region: "local",
    credentials,
    useQueueUrlAsEndpoint: false,
    maxAttempts: 1,
  });
  open.push(() => client.destroy());
  return client;
};

const retryQueue = {
  name: "RetryQueue",
  visibilitySeconds: 30,
  retentionSeconds: 3600,
  delaySeconds: 0,
  waitSeconds: 0,
  maximumBytes: 262_144,
  redrive: undefined,
};

retryQueueCases(async () => {
  const queues = await startQueues({ queues: [retryQueue] });
  const client = clientOf(queues.endpoint);
  open.push(() => queues.close());
  const waiting = async () => {
    const requests: RetryRequest[] = [];
    for (;;) {
      const receive = new ReceiveMessageCommand({ QueueUrl: retryQueue.name, MaxNumberOfMessages: 10 });
      const { Messages = [] } = await client.send(receive);
      if (Messages.length === 0) return requests;
      requests.push(...Messages.map(({ Body = "" }) => RetryRequest.parse(JSON.parse(Body))));
    }
  };
  return { queue: sqsRetryQueue(client, retryQueue.name), waiting };
});

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
}

/** Answers a batch as it is told to; keeps how large each was. */
const aQueueThat = async (answer: (entries: readonly Entry[], batch: number) => object | undefined) => {
  const sizes: number[] = [];
  const server = createServer(async (request, response) => {
    const { Entries } = (await json(request)) as { readonly Entries: readonly Entry[] };
    sizes.push(Entries.length);
    const answered = answer(Entries, sizes.length);
    response.writeHead(answered ? 200 : 503, { "content-type": "application/x-amz-json-1.0" });
    response.end(JSON.stringify(answered ?? {}));
  }).listen(0, "127.0.0.1");
  open.push(() => server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { queue: sqsRetryQueue(clientOf(`http://127.0.0.1:${port}`), "RetryQueue"), sizes };
};

const taken = ({ Id, MessageBody }: Entry) => ({
  Id,
  MessageId: `message-${Id}`,
  MD5OfMessageBody: createHash("md5").update(MessageBody).digest("hex"),
});

const refused = ({ Id }: Entry) => ({ Id, SenderFault: false, Code: "InternalError" });

describe("a retry queue that doesn't take everything", () => {
  const requests = Array.from({ length: 23 }, (_, number) => aRequest(number));
  const numbered = (...numbers: readonly number[]) => numbers.map(aRequest);

  test("says what it refused, in batches of ten", async () => {
    const { queue, sizes } = await aQueueThat((entries) => ({
      Successful: entries.filter(({ Id }) => Id !== "2").map(taken),
      Failed: entries.filter(({ Id }) => Id === "2").map(refused),
    }));

    expect(await queue.send(requests)).toEqual(numbered(2, 12, 22));
    expect(sizes).toEqual([10, 10, 3]);
  });

  test("counts as unsent what it says nothing of", async () => {
    const { queue } = await aQueueThat((entries) => ({ Successful: entries.slice(1).map(taken) }));

    expect(await queue.send(requests)).toEqual(numbered(0, 10, 20));
  });

  test("goes on with the next batch where one fails altogether", async () => {
    const { queue } = await aQueueThat((entries, batch) =>
      batch === 2 ? undefined : { Successful: entries.map(taken) },
    );

    expect(await queue.send(requests)).toEqual(requests.slice(10, 20));
  });

  test("throws nothing where nobody answers", async () => {
    const queue = sqsRetryQueue(clientOf("http://127.0.0.1:1"), "RetryQueue");

    expect(await queue.send(requests)).toEqual(requests);
  });
});
