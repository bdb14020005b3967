import { hash } from "node:crypto";
import * as z from "zod";
import { WireFault } from "../../aws-json-server.ts";
import type { QueueDefinition } from "../../template/queues.ts";
import { batchOf, eachOf } from "./batch.ts";
import { operation, queueOf, type Service } from "./operation.ts";

const Message = { MessageBody: z.string().min(1), DelaySeconds: z.int().min(0).max(900).optional() };

export const sendMessage = operation(z.strictObject({ QueueUrl: z.string(), ...Message }), (service, request) =>
  put(service, queueOf(service, request.QueueUrl), request),
);

export const sendMessageBatch = operation(batchOf(Message), (service, { QueueUrl, Entries }) => {
  const queue = queueOf(service, QueueUrl);
  const bytes = Entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0);
  if (bytes > 1_048_576) throw new WireFault("BatchRequestTooLong", `the batch has ${bytes} bytes, more than 1 MiB`);
  return eachOf(Entries, (entry) => put(service, queue, entry));
});

interface NewMessage {
  readonly MessageBody: string;
  readonly DelaySeconds?: number | undefined;
}

const put = ({ engine }: Service, queue: QueueDefinition, { MessageBody, DelaySeconds }: NewMessage): object => {
  const bytes = Buffer.byteLength(MessageBody);
  if (bytes > queue.maximumBytes) {
    throw new WireFault("InvalidParameterValue", `the message has ${bytes} bytes, more than ${queue.maximumBytes}`);
  }
  if (!allowed.test(MessageBody)) {
    throw new WireFault("InvalidMessageContents", "the message has characters that XML 1.0 does not");
  }
  const MessageId = engine.messages.put(queue, MessageBody, DelaySeconds);
  return { MessageId, MD5OfMessageBody: hash("md5", MessageBody) };
};

const allowed = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;
