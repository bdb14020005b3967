import { hash } from "node:crypto";
import * as z from "zod";
import type { QueueDefinition } from "../../template/queues.ts";
import type { Engine } from "../engine.ts";
import type { ReceivedMessage } from "../messages.ts";
import { operation, queueOf, type Service } from "./operation.ts";

const SystemAttribute = z.enum([
  "All",
  "SenderId",
  "SentTimestamp",
  "ApproximateReceiveCount",
  "ApproximateFirstReceiveTimestamp",
  "DeadLetterQueueSourceArn",
]);

const Request = z.strictObject({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  WaitTimeSeconds: z.int().min(0).max(20).optional(),
  VisibilityTimeout: z.int().min(0).max(43_200).optional(),
  MessageSystemAttributeNames: z.array(SystemAttribute).default([]),
});

export const receiveMessage = operation(Request, async (service, request, gone) => {
  const queue = queueOf(service, request.QueueUrl);
  const names = request.MessageSystemAttributeNames;
  const received = await awaited(service.engine, queue, request, gone);
  if (received.length === 0) return {};
  return {
    Messages: received.map((message) => ({
      MessageId: message.id,
      ReceiptHandle: message.receipt,
      Body: message.body,
      MD5OfBody: hash("md5", message.body),
      ...(names.length > 0 && { Attributes: chosen(attributesOf(service, message), names) }),
    })),
  };
});

/** Long polling: waits as long as it may for the first message. Takes none for somebody who has gone. */
const awaited = async (
  { messages, change, ending }: Engine,
  queue: QueueDefinition,
  { MaxNumberOfMessages, WaitTimeSeconds = queue.waitSeconds, VisibilityTimeout }: z.infer<typeof Request>,
  gone: AbortSignal,
): Promise<readonly ReceivedMessage[]> => {
  const until = Date.now() + WaitTimeSeconds * 1000;
  while (!gone.aborted) {
    const taken = messages.take(queue, MaxNumberOfMessages, VisibilityTimeout ?? queue.visibilitySeconds);
    const leftMs = until - Date.now();
    if (taken.length > 0 || leftMs <= 0 || ending.signal.aborted) return taken;
    await change(queue, Math.min(leftMs, messages.untilNextVisible(queue)), gone);
  }
  return [];
};

const attributesOf = (service: Service, message: ReceivedMessage): Readonly<Record<string, string>> => {
  const source = service.engine.queues.find(({ name }) => name === message.diedIn);
  return {
    SenderId: "local",
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    ...(source && { DeadLetterQueueSourceArn: service.arnOf(source) }),
  };
};

const chosen = (attributes: Readonly<Record<string, string>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes("All") || names.includes(name)));
