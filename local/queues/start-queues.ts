import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { awsJsonServer } from "../aws-json-server.ts";
import type { QueueDefinition } from "../template/queues.ts";
import { accountId, region } from "../template/resolve.ts";
import { openEngine } from "./engine.ts";
import type { QueueCounts } from "./messages.ts";
import { getQueueAttributes, getQueueUrl, listDeadLetterSourceQueues, listQueues } from "./operations/describe.ts";
import { moveTasks, purgeQueue } from "./operations/move.ts";
import type { Operation, Service } from "./operations/operation.ts";
import { receiveMessage } from "./operations/receive.ts";
import { sendMessage, sendMessageBatch } from "./operations/send.ts";
import { changeMessageVisibility, deleteMessage, deleteMessageBatch } from "./operations/settle.ts";

interface QueuesOptions {
  readonly queues: readonly QueueDefinition[];
  /** Where messages lie. Without one they are kept in memory. */
  readonly directory?: string;
}

export interface Queues {
  readonly endpoint: string;
  /** Sends past the network, for the machine's own parts. Answers the message's id. */
  readonly send: (queue: string, body: string) => string;
  readonly ages: () => Readonly<Record<string, QueueCounts>>;
  /** Lets time pass for all that lies in the queues: visibility, delay, retention and age. */
  readonly elapse: (seconds: number) => void;
  readonly close: () => Promise<void>;
}

/** Starts the embedded queues on a free port of 127.0.0.1. */
export const startQueues = async ({ queues, directory }: QueuesOptions): Promise<Queues> => {
  const engine = openEngine(queues, directory);
  const tasks = moveTasks();
  const operations: Readonly<Record<string, Operation>> = {
    SendMessage: sendMessage,
    SendMessageBatch: sendMessageBatch,
    ReceiveMessage: receiveMessage,
    DeleteMessage: deleteMessage,
    DeleteMessageBatch: deleteMessageBatch,
    ChangeMessageVisibility: changeMessageVisibility,
    GetQueueAttributes: getQueueAttributes,
    GetQueueUrl: getQueueUrl,
    ListQueues: listQueues,
    ListDeadLetterSourceQueues: listDeadLetterSourceQueues,
    PurgeQueue: purgeQueue,
    StartMessageMoveTask: tasks.start,
    ListMessageMoveTasks: tasks.list,
  };
  const service: Service = {
    engine,
    arnOf: ({ name }) => `arn:aws:local:${region}:${accountId}:${name}`,
    urlOf: ({ name }) => `${endpoint}/${accountId}/${name}`,
  };
  const server = awsJsonServer({
    targetPrefix: "AmazonSQS",
    operations: Object.fromEntries(Object.entries(operations).map(([name, bind]) => [name, bind(service)])),
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    endpoint,
    send: (name, body) => {
      const queue = queues.find((each) => each.name === name);
      if (!queue) throw new Error(`there is no queue ${name}`);
      return engine.messages.put(queue, body);
    },
    ages: () => Object.fromEntries(queues.map((queue) => [queue.name, engine.messages.counts(queue)])),
    elapse: engine.elapse,
    close: async () => {
      engine.ending.abort();
      await Promise.all([once(server, "close"), server.close()]);
      engine.close();
    },
  };
};
