import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { type IMetric, MathExpression, Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { AlarmBell } from "./alarm-bell.ts";
import type { State } from "./grants.ts";
import { lag } from "./lag.ts";
import { ownMetric } from "./own-metric.ts";

interface WatchProps {
  readonly bell: AlarmBell;
  readonly state: State;
  /** Of the change feed. */
  readonly follower: IFunction;
  readonly api: HttpApi;
  readonly machine: StateMachine;
  readonly schedules: ScheduleGroup;
}

/** Who calls when the service no longer does what it promises, beside functions that fail. */
export class Watch extends Construct {
  readonly #bell: AlarmBell;

  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    this.#bell = props.bell;
    this.#watchCalls(props);
    this.#watchFeed(props);
    this.#watchQueues(props);
    this.#watchMassWork(props);
  }

  #watchCalls({ api }: WatchProps): void {
    this.#bell.ringAbove("server-errors", {
      description: "Calls are answered with a fault: the log says request-failed",
      metric: api.metricServerError({ statistic: Stats.SUM }),
    });
  }

  #watchFeed({ follower, state }: WatchProps): void {
    this.#bell.ringAbove("lag", {
      description: "A change of a dossier has been in no stored score for more than ten minutes",
      metric: lag(follower, state.queues),
      above: tenMinutes,
    });
    this.#bell.ringAbove("iterator-age", {
      description: "The change feed is more than ten minutes behind",
      metric: follower.metric("IteratorAge", { statistic: Stats.MAXIMUM }),
      above: tenMinutes * 1_000,
    });
    this.#bell.ringAbove("feed-stopped", {
      description: "Dossiers change and nobody follows: the age of the feed is measured only while it runs",
      metric: new MathExpression({
        label: "Changes that nobody follows",
        // long enough that what is written at the end of one is seldom followed in the next only
        period: Duration.hours(1),
        expression: "IF(FILL(written, 0) > 0 AND FILL(followed, 0) == 0, 1, 0)",
        usingMetrics: {
          written: writtenTo(state.tables.byName.residents.tableName),
          followed: follower.metricInvocations(),
        },
      }),
    });
  }

  #watchQueues({ state: { queues } }: WatchProps): void {
    this.#bell.ringAbove("retry-age", {
      description: "A resident waits to be recomputed once more, after it has failed twice",
      metric: queues.retry.metricApproximateAgeOfOldestMessage(),
      // what has been received three times, after twice the visibility time-out, is no longer counted by AWS
      above: 200,
    });
    this.#bell.ringAbove("message-age", {
      description: "A message has waited for more than an hour to be sent: see whether anybody works the queue off",
      metric: queues.messages.metricApproximateAgeOfOldestMessage(),
      above: 3_600,
    });
    this.#bell.ringAbove("upload-age", {
      description: "Uploads wait to be checked for more than twenty minutes",
      metric: queues.uploads.metricApproximateAgeOfOldestMessage(),
      // that of one attempt which was cut off and the next
      above: 1_200,
    });
    this.#bell.ringAbove("settlement-age", {
      description: "A part of a settlement has waited for more than an hour",
      metric: queues.settlement.metricApproximateAgeOfOldestMessage(),
      above: 3_600,
    });
    const lastStops = {
      "dead-letters": [queues.retryDeadLetters, "Residents could not be recomputed: see why, then redrive"],
      "upload-dead-letters": [queues.uploadDeadLetters, "Uploads could not be checked: see why, then redrive"],
      "feed-failures": [queues.feedFailures, "The change feed gave up on some changes: a sweep finds them"],
      "message-dead-letters": [queues.messageDeadLetters, "Messages could not be sent: see why, then redrive"],
      "outbox-failures": [queues.outboxFailures, "Messages could not be offered: the next day offers them again"],
      "reaction-dead-letters": [queues.reactionDeadLetters, "Reminders could not be planned: see why, then redrive"],
      "reaction-failures": [
        queues.reactionFailures,
        "Changes to which nobody reacted: see why, then send whom to ReactionQueue",
      ],
      "settlement-dead-letters": [
        queues.settlementDeadLetters,
        "A settlement stands still: see why, then redrive, or begin it again",
      ],
      "schedule-failures": [queues.scheduleFailures, "A schedule could not start its work: start it by hand"],
    } as const;
    for (const [id, [queue, description]] of Object.entries(lastStops))
      this.#bell.ringAbove(id, { description, metric: queue.metricApproximateNumberOfMessagesVisible() });
  }

  #watchMassWork({ machine, schedules }: WatchProps): void {
    const alarms: Readonly<Record<string, readonly [metric: IMetric, description: string]>> = {
      "executions-failed": [machine.metricFailed(), "Mass work failed: resume the job when the cause is gone"],
      "executions-timed-out": [machine.metricTimedOut(), "Mass work took longer than two hours: resume the job"],
      "executions-aborted": [machine.metricAborted(), "Somebody ended mass work by force: resume the job"],
      "executions-throttled": [machine.metricThrottled(), "Mass work goes on more slowly than it wants to"],
      "schedule-errors": [schedules.metricTargetErrors(), "A schedule could not start its work, and tries again"],
      "schedule-dropped": [schedules.metricDropped(), "A schedule gave up starting its work: start it by hand"],
      "schedule-lost": [schedules.metricFailedToBeSentToDLQ(), "A schedule gave up, and its queue didn't take it"],
      "holidays-unknown": [
        ownMetric("HolidaysUnknown"),
        "The holidays of this year, or in December of the next, are not loaded: terms stay provisional",
      ],
      "reviews-escalated": [ownMetric("ReviewsEscalated"), "Reviews became overdue on the last run: see the overview"],
      "night-failed": [ownMetric("NightFailed"), "Some residents failed in the night and wait in the retry queue"],
      "sweep-missed": [ownMetric("SweepMissed"), "The sweep found what a completed night should have caught"],
    };
    for (const [id, [metric, description]] of Object.entries(alarms)) this.#bell.ringAbove(id, { metric, description });
    this.#bell.ringWithout("night-missing", {
      description: "No night was completed for 26 hours",
      metric: ownMetric("NightCompleted", { period: Duration.hours(1) }),
      periods: 26,
    });
  }
}

const writtenTo = (TableName: string): Metric =>
  new Metric({
    namespace: "AWS/DynamoDB",
    metricName: "ConsumedWriteCapacityUnits",
    dimensionsMap: { TableName },
    statistic: Stats.SUM,
  });

const tenMinutes = 600;
