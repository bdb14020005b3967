import { setTimeout as after } from "node:timers/promises";
import {
  GetQueueAttributesCommand,
  ListDeadLetterSourceQueuesCommand,
  ListMessageMoveTasksCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";

/** What lies in a dead-letter queue. On AWS the counts are approximate, and up to a minute old. */
export interface DeadLetters {
  readonly queueUrl: string;
  readonly name: string;
  readonly arn: string;
  /** The names of the queues they died in. Empty: it is nobody's dead-letter queue. */
  readonly sources: readonly string[];
  readonly lying: number;
  /** Somebody has received these just now; they can't be moved until their visibility time-out is over. */
  readonly inFlight: number;
}

/** Looks, and changes nothing. */
export const deadLettersIn = async (sqs: SQSClient, QueueUrl: string): Promise<DeadLetters> => {
  const AttributeNames = [...counts, "QueueArn" as const];
  const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
  const { queueUrls = [] } = await sqs.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl }));
  return {
    queueUrl: QueueUrl,
    name: nameIn(QueueUrl),
    arn: String(Attributes.QueueArn),
    sources: queueUrls.map(nameIn),
    lying: Number(Attributes.ApproximateNumberOfMessages),
    inFlight: Number(Attributes.ApproximateNumberOfMessagesNotVisible),
  };
};

/**
 * Moves what lies in a dead-letter queue back to where it came from, and waits until that is done.
 * @returns how many were moved, and why not all of them if the move ended early
 */
export const moveBack = async (sqs: SQSClient, { arn: SourceArn }: DeadLetters, everyMs = 1000) => {
  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn }));
  for (;;) {
    const { Results = [] } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 }));
    const [task] = Results;
    if (task?.Status !== "RUNNING" && task?.Status !== "CANCELLING") {
      return {
        moved: task?.ApproximateNumberOfMessagesMoved ?? 0,
        failure: task?.Status === "COMPLETED" ? undefined : (task?.FailureReason ?? String(task?.Status)),
      };
    }
    await after(everyMs);
  }
};

const counts = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] as const;

const nameIn = (url: string): string => url.split("/").at(-1) ?? url;
