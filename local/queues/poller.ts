import { setTimeout as after } from "node:timers/promises";
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Outcome } from "../functions/execution.ts";
import type { QueueMapping } from "../template/event-source-mappings.ts";
import { region } from "../template/resolve.ts";
import { doneWith } from "./done-with.ts";

interface Polling {
  readonly mappings: readonly QueueMapping[];
  /** Of the queues. */
  readonly endpoint: string;
  readonly invoke: (functionName: string, event: string) => Promise<Outcome>;
  readonly log: (text: string) => void;
}

export interface QueuePoller {
  /** Lets what is under way end. What was not received stays where it is. */
  readonly stop: () => Promise<void>;
}

/** Does what Lambda does for queues: calls functions with batches of messages, and deletes what they are done with. */
export const startQueuePoller = ({ mappings, endpoint, invoke, log }: Polling): QueuePoller => {
  const sqs = new SQSClient({
    endpoint,
    region,
    useQueueUrlAsEndpoint: false,
    // the engine doesn't look at signatures, and the SDK insists on them
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const ending = new AbortController();
  const following = mappings.map((mapping) =>
    follow({ mapping, sqs, invoke, log: (text) => log(`${mapping.id}: ${text}\n`), ending: ending.signal }),
  );
  return {
    stop: async () => {
      ending.abort();
      await Promise.all(following);
      sqs.destroy();
    },
  };
};

interface Following extends Pick<Polling, "invoke" | "log"> {
  readonly mapping: QueueMapping;
  readonly sqs: SQSClient;
  readonly ending: AbortSignal;
}

// what Lambda begins with where the mapping sets no limit
const usualConcurrency = 5;

const follow = async (following: Following): Promise<void> => {
  const { mapping, ending, log } = following;
  const underWay = new Set<Promise<void>>();
  while (!ending.aborted) {
    if (underWay.size >= (mapping.maximumConcurrency ?? usualConcurrency)) await Promise.race(underWay);
    const batch = await collect(following);
    if (batch.length === 0) continue;
    const handling = handle(following, batch)
      .catch((error) => log(`a batch was not handled: ${error}`))
      .finally(() => underWay.delete(handling));
    underWay.add(handling);
  }
  await Promise.all(underWay);
};

/** Gathers a batch: without a window whatever lies there, with one until it is full or the window is over. */
const collect = async (following: Following): Promise<readonly Message[]> => {
  const { batchSize, batchingWindowSeconds } = following.mapping;
  const batch: Message[] = [];
  let until = Number.POSITIVE_INFINITY;
  while (!following.ending.aborted && batch.length < batchSize && Date.now() < until) {
    const atMost = Math.min(10, batchSize - batch.length);
    batch.push(...(await receive(following, atMost, Math.min(20, Math.ceil((until - Date.now()) / 1000)))));
    if (batchingWindowSeconds === 0) break;
    if (batch.length > 0) until = Math.min(until, Date.now() + batchingWindowSeconds * 1000);
  }
  return batch;
};

const receive = async (
  { mapping, sqs, ending, log }: Following,
  MaxNumberOfMessages: number,
  WaitTimeSeconds: number,
): Promise<readonly Message[]> => {
  const QueueUrl = mapping.queueArn;
  const MessageSystemAttributeNames = ["All" as const];
  const command = { QueueUrl, MaxNumberOfMessages, WaitTimeSeconds, MessageSystemAttributeNames };
  try {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(command), { abortSignal: ending });
    return Messages;
  } catch (error) {
    if (ending.aborted) return [];
    log(`nothing could be received: ${error}`);
    await after(1000, undefined, { signal: ending }).catch(() => undefined);
    return [];
  }
};

const handle = async ({ mapping, sqs, invoke, log }: Following, batch: readonly Message[]): Promise<void> => {
  const event = { Records: batch.map((message) => recordOf(message, mapping.queueArn)) };
  const outcome = await invoke(mapping.functionName, JSON.stringify(event));
  const ids = batch.map(({ MessageId = "" }) => MessageId);
  const done = doneWith(ids, outcome, mapping.reportsBatchItemFailures);
  if (done.length < ids.length) log(`${ids.length - done.length} of ${ids.length} messages failed, and come again`);
  const finished = batch.filter(({ MessageId = "" }) => done.includes(MessageId));
  for (let from = 0; from < finished.length; from += 10) {
    const Entries = finished
      .slice(from, from + 10)
      .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: mapping.queueArn, Entries }));
  }
};

const recordOf = ({ MessageId, ReceiptHandle, Body, MD5OfBody, Attributes }: Message, eventSourceARN: string) => ({
  messageId: MessageId,
  receiptHandle: ReceiptHandle,
  body: Body,
  attributes: Attributes,
  messageAttributes: {},
  md5OfBody: MD5OfBody,
  eventSource: "aws:sqs",
  eventSourceARN,
  awsRegion: region,
});
