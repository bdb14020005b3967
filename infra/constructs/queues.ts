import { Aws, Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
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
  /** Messages for whoever sends them: the id of each and nothing else. Worked off from outside. */
  readonly messages: Queue;
  /** Messages that nobody could send. */
  readonly messageDeadLetters: Queue;
  /** Positions in the stream of the outbox that were given up. The next day offers what they tell of. */
  readonly outboxFailures: Queue;
  /** Whose dossier to look at once more. */
  readonly reactions: Queue;
  readonly reactionDeadLetters: Queue;
  /** Positions in the stream of changes to which nobody reacted. */
  readonly reactionFailures: Queue;
  /** The parts of settlements, one after the other. */
  readonly settlement: Queue;
  /** Parts that failed again and again: the settlement stands still until they come back. */
  readonly settlementDeadLetters: Queue;
  /** Schedules that could not start their work. */
  readonly scheduleFailures: Queue;
  /** What has been uploaded and is to be checked; S3 fills it. */
  readonly uploads: Queue;
  /** Uploads that could not be checked. They are cleared away after a day, and the person uploads again. */
  readonly uploadDeadLetters: Queue;

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
    this.messageDeadLetters = queueNamed("MessageDeadLetters", { retentionPeriod: longest });
    this.messages = queueNamed("MessageQueue", {
      // long enough for a channel that hesitates
      visibilityTimeout: Duration.minutes(2),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.messageDeadLetters, maxReceiveCount: 5 },
    });
    this.outboxFailures = queueNamed("OutboxFailures", { retentionPeriod: longest });
    this.reactionDeadLetters = queueNamed("ReactionDeadLetters", { retentionPeriod: longest });
    this.reactions = queueNamed("ReactionQueue", {
      visibilityTimeout: Duration.seconds(6 * sizeOf("react-again").seconds),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.reactionDeadLetters, maxReceiveCount: 5 },
    });
    this.reactionFailures = queueNamed("ReactionFailures", { retentionPeriod: longest });
    this.settlementDeadLetters = queueNamed("SettlementDeadLetters", { retentionPeriod: longest });
    this.settlement = queueNamed("SettlementQueue", {
      visibilityTimeout: Duration.seconds(6 * sizeOf("settle-slice").seconds),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.settlementDeadLetters, maxReceiveCount: 5 },
    });
    this.scheduleFailures = queueNamed("ScheduleFailures", { retentionPeriod: longest });
    this.uploadDeadLetters = queueNamed("UploadDeadLetters", { retentionPeriod: longest });
    this.uploads = queueNamed("UploadQueue", {
      visibilityTimeout: Duration.seconds(6 * sizeOf("check-material").seconds),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.uploadDeadLetters, maxReceiveCount: 5 },
    });
    this.uploads.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("s3.amazonaws.com")],
        actions: ["sqs:SendMessage"],
        resources: [this.uploads.queueArn],
        // the bucket can't be named: it is made after the queue that it sends to
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    for (const lastStop of [this.feedFailures, this.scheduleFailures, this.outboxFailures, this.reactionFailures])
      Validations.of(lastStop).acknowledge({
        id: "AwsSolutions-SQS3",
        reason: "It is itself where failures end; the rule only knows the dead letters of queues.",
      });
  }
}

const longest = Duration.days(14);
