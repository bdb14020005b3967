import * as z from "zod";
import { WireFault } from "../../aws-json-server.ts";
import type { QueueDefinition } from "../../template/queues.ts";
import { operation, queueOf, type Service, sourcesOf } from "./operation.ts";

export const getQueueUrl = operation(z.strictObject({ QueueName: z.string() }), (service, { QueueName }) => ({
  QueueUrl: service.urlOf(queueOf(service, QueueName)),
}));

export const listQueues = operation(
  z.strictObject({ QueueNamePrefix: z.string().default("") }),
  (service, { QueueNamePrefix }) => ({
    QueueUrls: service.engine.queues.filter(({ name }) => name.startsWith(QueueNamePrefix)).map(service.urlOf),
  }),
);

export const listDeadLetterSourceQueues = operation(z.strictObject({ QueueUrl: z.string() }), (service, request) => ({
  queueUrls: sourcesOf(service, queueOf(service, request.QueueUrl)).map(service.urlOf),
}));

export const getQueueAttributes = operation(
  z.strictObject({ QueueUrl: z.string(), AttributeNames: z.array(z.string()).default([]) }),
  (service, { QueueUrl, AttributeNames }) => {
    const all = attributesOf(service, queueOf(service, QueueUrl));
    const unknown = AttributeNames.find((name) => name !== "All" && !Object.hasOwn(all, name));
    if (unknown !== undefined) throw new WireFault("InvalidAttributeName", `${unknown} is not implemented`);
    const chosen = Object.entries(all).filter(
      ([name, value]) => value !== undefined && (AttributeNames.includes("All") || AttributeNames.includes(name)),
    );
    return { Attributes: Object.fromEntries(chosen.map(([name, value]) => [name, String(value)])) };
  },
);

const attributesOf = (service: Service, queue: QueueDefinition) => {
  const { visible, inFlight, delayed } = service.engine.messages.counts(queue);
  return {
    ApproximateNumberOfMessages: visible,
    ApproximateNumberOfMessagesNotVisible: inFlight,
    ApproximateNumberOfMessagesDelayed: delayed,
    QueueArn: service.arnOf(queue),
    VisibilityTimeout: queue.visibilitySeconds,
    MessageRetentionPeriod: queue.retentionSeconds,
    DelaySeconds: queue.delaySeconds,
    ReceiveMessageWaitTimeSeconds: queue.waitSeconds,
    MaximumMessageSize: queue.maximumBytes,
    RedrivePolicy: redrivePolicyOf(service, queue),
  };
};

const redrivePolicyOf = (service: Service, { redrive }: QueueDefinition): string | undefined => {
  if (redrive === undefined) return undefined;
  const deadLetterTargetArn = service.arnOf(queueOf(service, redrive.deadLetterQueue));
  return JSON.stringify({ deadLetterTargetArn, maxReceiveCount: redrive.maxReceiveCount });
};
