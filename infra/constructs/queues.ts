import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { type CfnQueue, Queue, QueueEncryption, type QueueProps } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { sizeOf } from "../sizes.ts";

interface QueuesProps {
  readonly keepsData: boolean;
}

/** Where waits what could not be done at once. They hold ids and stream positions, never facts or points. */
export class Queues extends Construct {
  /** Whom to recompute once more. */
  readonly retry: Queue;
  /** Whom to recompute when somebody has seen why it failed again and again. */
  readonly retryDeadLetters: Queue;
  /** Positions in the stream of changes that were given up. The way back is a sweep. */
  readonly feedFailures: Queue;
  /** Schedules that could not start their work. */
  readonly scheduleFailures: Queue;

  constructor(scope: Construct, id: string, { keepsData }: QueuesProps) {
    super(scope, id);
    const removalPolicy = keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const queueNamed = (name: string, props: QueueProps): Queue => {
      const queue = new Queue(this, name, {
        encryption: QueueEncryption.SQS_MANAGED,
        enforceSSL: true,
        removalPolicy,
        ...props,
      });
      // what operators and the one-machine system call it
      (queue.node.defaultChild as CfnQueue).overrideLogicalId(name);
      return queue;
    };

    this.retryDeadLetters = queueNamed("RetryDeadLetters", { retentionPeriod: longest });
    this.retry = queueNamed("RetryQueue", {
      visibilityTimeout: Duration.seconds(6 * sizeOf("retry-recomputation").seconds),
      // shorter than that of its dead letters, whose age begins here
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.retryDeadLetters, maxReceiveCount: 5 },
    });
    this.feedFailures = queueNamed("FeedFailures", { retentionPeriod: longest });
    this.scheduleFailures = queueNamed("ScheduleFailures", { retentionPeriod: longest });
    for (const lastStop of [this.feedFailures, this.scheduleFailures])
      Validations.of(lastStop).acknowledge({
        id: "AwsSolutions-SQS3",
        reason: "It is itself where failures end; the rule only knows the dead letters of queues.",
      });
  }
}

const longest = Duration.days(14);
