import * as z from "zod";
import { ignored } from "./ignored.ts";
import type { ResourcesOf } from "./resources-of.ts";

const Queue = z.strictObject({
  VisibilityTimeout: z.int().min(0).max(43_200).default(30),
  MessageRetentionPeriod: z.int().min(60).max(1_209_600).default(345_600),
  DelaySeconds: z.int().min(0).max(900).default(0),
  ReceiveMessageWaitTimeSeconds: z.int().min(0).max(20).default(0),
  MaximumMessageSize: z.int().min(1024).max(1_048_576).default(1_048_576),
  RedrivePolicy: z
    .strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.int().min(1).max(1000) })
    .optional(),
  // a queue is called by its logical id here, and nobody else can read it
  QueueName: ignored,
  KmsMasterKeyId: ignored,
  KmsDataKeyReusePeriodSeconds: ignored,
  SqsManagedSseEnabled: ignored,
  Tags: ignored,
});

/** One standard queue. The name is the logical id, since that is what a Ref gives. */
export interface QueueDefinition {
  readonly name: string;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  readonly delaySeconds: number;
  /** How long a receive waits unless it says so itself. */
  readonly waitSeconds: number;
  readonly maximumBytes: number;
  /** Where a message goes that was received this often and still is not done with. */
  readonly redrive: { readonly deadLetterQueue: string; readonly maxReceiveCount: number } | undefined;
}

/** @throws Error when a dead-letter queue is none of the template's */
export const queuesIn = (resourcesOf: ResourcesOf): readonly QueueDefinition[] => {
  const queues = resourcesOf("AWS::SQS::Queue", Queue).map(({ id, properties }) => ({
    name: id,
    visibilitySeconds: properties.VisibilityTimeout,
    retentionSeconds: properties.MessageRetentionPeriod,
    delaySeconds: properties.DelaySeconds,
    waitSeconds: properties.ReceiveMessageWaitTimeSeconds,
    maximumBytes: properties.MaximumMessageSize,
    redrive: properties.RedrivePolicy && {
      deadLetterQueue: properties.RedrivePolicy.deadLetterTargetArn.split(":").at(-1) ?? "",
      maxReceiveCount: properties.RedrivePolicy.maxReceiveCount,
    },
  }));
  for (const { name, redrive } of queues) {
    if (redrive === undefined || queues.some((queue) => queue.name === redrive.deadLetterQueue)) continue;
    throw new Error(`${name} has the dead-letter queue ${redrive.deadLetterQueue}, which is no queue`);
  }
  return queues;
};
