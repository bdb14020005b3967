import { randomUUID } from "node:crypto";
import * as z from "zod";
import { WireFault } from "../../aws-json-server.ts";
import { type Operation, operation, queueOf, sourcesOf } from "./operation.ts";

export const purgeQueue = operation(z.strictObject({ QueueUrl: z.string() }), (service, { QueueUrl }) => {
  service.engine.messages.purge(queueOf(service, QueueUrl));
  return {};
});

interface MoveTask {
  readonly SourceArn: string;
  readonly Status: "COMPLETED" | "FAILED";
  readonly FailureReason?: string;
  readonly ApproximateNumberOfMessagesMoved: number;
  readonly ApproximateNumberOfMessagesToMove: number;
  readonly StartedTimestamp: number;
}

/** The way back out of a dead-letter queue. On AWS a task goes on in the background; here it is over at once. */
export const moveTasks = (): { readonly start: Operation; readonly list: Operation } => {
  const tasks: MoveTask[] = [];

  return {
    start: operation(z.strictObject({ SourceArn: z.string() }), (service, { SourceArn }) => {
      const queue = queueOf(service, SourceArn);
      const sources = sourcesOf(service, queue).map(({ name }) => name);
      if (sources.length === 0) {
        throw new WireFault("InvalidParameterValue", "Source queue must be configured as a Dead Letter Queue.");
      }
      const StartedTimestamp = Date.now();
      const { moved, left } = service.engine.messages.returnDeadLetters(queue, sources);
      tasks.unshift({
        SourceArn: service.arnOf(queue),
        ...(left === 0
          ? { Status: "COMPLETED" }
          : { Status: "FAILED", FailureReason: "CouldNotDetermineMessageSource" }),
        ApproximateNumberOfMessagesMoved: moved,
        ApproximateNumberOfMessagesToMove: moved + left,
        StartedTimestamp,
      });
      return { TaskHandle: randomUUID() };
    }),

    list: operation(
      z.strictObject({ SourceArn: z.string(), MaxResults: z.int().min(1).max(10).default(1) }),
      (service, { SourceArn, MaxResults }) => {
        const arn = service.arnOf(queueOf(service, SourceArn));
        return { Results: tasks.filter((task) => task.SourceArn === arn).slice(0, MaxResults) };
      },
    ),
  };
};
