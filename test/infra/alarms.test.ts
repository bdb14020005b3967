import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { functionNames } from "#infra/entries.ts";
import { projectRoot } from "#infra/project-root.ts";
import { metricNamespace, metricService } from "#shared/runtime/metric-names.ts";
import { deployed, environmentNames } from "./deployed.ts";

interface Measured {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
}

interface Alarm extends Partial<Measured> {
  readonly AlarmActions: readonly unknown[];
  readonly AlarmDescription: string;
  readonly ComparisonOperator: string;
  readonly EvaluationPeriods: number;
  readonly Period?: number;
  readonly Threshold: number;
  readonly TreatMissingData: string;
  readonly Metrics?: readonly {
    readonly Id: string;
    readonly Expression?: string;
    readonly MetricStat?: { readonly Metric: Measured; readonly Stat: string };
  }[];
}

describe.each(environmentNames)("in %s", (environment) => {
  const service = deployed(environment);
  const alarms = service.all<Alarm>("AWS::CloudWatch::Alarm").map(({ properties }) => properties);

  /** `AWS/SQS ApproximateAgeOfOldestMessage of RetryQueue` */
  const named = ({ Namespace, MetricName, Dimensions = [] }: Measured) =>
    `${Namespace} ${MetricName} of ${Dimensions.map(({ Value }) => service.target(Value)).join()}`;
  const plain = new Map(
    alarms.flatMap((alarm) => {
      const { Namespace, MetricName, Dimensions = [] } = alarm;
      return Namespace && MetricName ? [[named({ Namespace, MetricName, Dimensions }), alarm] as const] : [];
    }),
  );
  const measuredBy = ({ Metrics = [] }: Alarm) =>
    Object.fromEntries(Metrics.flatMap(({ Id, MetricStat }) => (MetricStat ? [[Id, named(MetricStat.Metric)]] : [])));

  const ringsAbove = (name: string, Threshold: number) =>
    expect(plain.get(name)).toMatchObject({
      ComparisonOperator: "GreaterThanThreshold",
      EvaluationPeriods: 1,
      Threshold,
      TreatMissingData: "notBreaching",
    });

  test.each(functionNames)("%s rings when it ends in an error", (name) => {
    ringsAbove(`AWS/Lambda Errors of ${name}`, 0);
  });

  test("every queue rings: the one that is worked when something is old, those where failures end when there is anything", () => {
    const queues = service.all("AWS::SQS::Queue").map(({ name }) => name);

    ringsAbove("AWS/SQS ApproximateAgeOfOldestMessage of RetryQueue", 200);
    ringsAbove("AWS/SQS ApproximateAgeOfOldestMessage of MessageQueue", 3_600);
    ringsAbove("AWS/SQS ApproximateAgeOfOldestMessage of SettlementQueue", 3_600);
    for (const name of queues.filter((queue) => /(Failures|DeadLetters)$/.test(queue)))
      ringsAbove(`AWS/SQS ApproximateNumberOfMessagesVisible of ${name}`, 0);
    expect(queues.filter((queue) => !/(Failures|DeadLetters)$/.test(queue)).sort()).toEqual([
      "MessageQueue",
      "ReactionQueue",
      "RetryQueue",
      "SettlementQueue",
      "UploadQueue",
    ]);
  });

  test("mass work and schedules ring when they fail, also when they fail to say so", () => {
    const [group] = service.all<{ readonly Name: string }>("AWS::Scheduler::ScheduleGroup");

    for (const metric of ["ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted", "ExecutionThrottled"])
      ringsAbove(`AWS/States ${metric} of mass work`, 0);
    for (const metric of ["TargetErrorCount", "InvocationDroppedCount", "InvocationsFailedToBeSentToDeadLetterCount"])
      ringsAbove(`AWS/Scheduler ${metric} of ${group?.properties.Name}`, 0);
  });

  test("the feed rings when it is behind, and a fault when it is answered", () => {
    ringsAbove("AWS/Lambda IteratorAge of follow-changes", 600_000);
    expect([...plain.keys()].filter((name) => name.startsWith("AWS/ApiGateway 5xx"))).toHaveLength(1);
  });

  test("a sweep that finds what a night should have caught rings, and so does a resident who failed at night", () => {
    for (const name of ["SweepMissed", "NightFailed"]) ringsAbove(`${metricNamespace} ${name} of ${metricService}`, 0);
  });

  test("reviews that became overdue ring, and so does a year whose holidays nobody has loaded", () => {
    for (const name of ["ReviewsEscalated", "HolidaysUnknown"])
      ringsAbove(`${metricNamespace} ${name} of ${metricService}`, 0);
  });

  test("a night that doesn't come rings", () => {
    const night = plain.get(`${metricNamespace} NightCompleted of ${metricService}`);

    expect(night).toMatchObject({
      ComparisonOperator: "LessThanThreshold",
      Threshold: 1,
      TreatMissingData: "breaching",
    });
    const hours = ((night?.EvaluationPeriods ?? 0) * (night?.Period ?? 0)) / 3_600;
    // a night may take longer than the one before, and may not be left out
    expect(hours).toBeGreaterThan(25);
    expect(hours).toBeLessThan(48);
  });

  test("lag is the largest of what waits in the feed and in every queue of it, and of what a sweep found", () => {
    const lag = alarms.find(({ Metrics = [] }) => Metrics.some(({ Expression }) => Expression?.startsWith("MAX(")));
    const expression = lag?.Metrics?.find(({ Expression }) => Expression)?.Expression;

    expect(lag && measuredBy(lag)).toEqual({
      feed: "AWS/Lambda IteratorAge of follow-changes",
      retry: "AWS/SQS ApproximateAgeOfOldestMessage of RetryQueue",
      deadLetters: "AWS/SQS ApproximateAgeOfOldestMessage of RetryDeadLetters",
      feedFailures: "AWS/SQS ApproximateAgeOfOldestMessage of FeedFailures",
      sweep: `${metricNamespace} SweepBehindSeconds of ${metricService}`,
    });
    expect(expression).toBe(
      "MAX([FILL(feed, 0) / 1000, FILL(retry, 0), FILL(deadLetters, 0), FILL(feedFailures, 0), FILL(sweep, 0)])",
    );
    expect(lag?.Metrics?.flatMap(({ MetricStat }) => MetricStat?.Stat ?? [])).toEqual(Array(5).fill("Maximum"));
    expect(lag?.Threshold).toBe(600);
  });

  test("a feed that stands still rings, though it measures no age then", () => {
    const standing = alarms.find(({ Metrics = [] }) => Metrics.some(({ Id }) => Id === "followed"));

    expect(standing && measuredBy(standing)).toEqual({
      written: "AWS/DynamoDB ConsumedWriteCapacityUnits of residents",
      followed: "AWS/Lambda Invocations of follow-changes",
    });
  });

  test("whatever rings calls whoever has subscribed, and says in words what it means", () => {
    const [topic] = service.all("AWS::SNS::Topic");

    for (const { AlarmActions, AlarmDescription } of alarms) {
      expect(AlarmActions.map(service.target)).toEqual([topic?.name]);
      expect(AlarmDescription).toMatch(/^[A-Z].*\w$/);
    }
    expect(service.outputs).toHaveProperty("AlarmTopicArn");
  });
});

test("alarms look where the service publishes", () => {
  const publishing = 'import { publishMetrics } from "#shared/runtime/metrics.ts"; publishMetrics({ SweepMissed: 1 });';

  const line = JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", publishing], {
      cwd: projectRoot,
      encoding: "utf8",
    }),
  );

  expect(line._aws.CloudWatchMetrics).toEqual([
    expect.objectContaining({ Namespace: metricNamespace, Dimensions: [["service"]] }),
  ]);
  expect(line).toMatchObject({ service: metricService, SweepMissed: 1 });
});
