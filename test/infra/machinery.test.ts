import { describe, expect, test } from "vitest";
import { sizeOf } from "#infra/sizes.ts";
import { deployed, environmentNames } from "./deployed.ts";
import type { Policy } from "./rights.ts";

interface EventSource {
  readonly EventSourceArn: unknown;
  readonly FunctionName: unknown;
  readonly FilterCriteria?: { readonly Filters: readonly { readonly Pattern: string }[] };
  readonly FunctionResponseTypes: readonly string[];
  readonly ParallelizationFactor?: number;
  readonly BisectBatchOnFunctionError?: boolean;
  readonly MaximumRetryAttempts?: number;
  readonly MaximumRecordAgeInSeconds?: number;
  readonly DestinationConfig?: { readonly OnFailure: { readonly Destination: unknown } };
  readonly ScalingConfig?: { readonly MaximumConcurrency: number };
}

interface Queue {
  readonly MessageRetentionPeriod: number;
  readonly VisibilityTimeout?: number;
  readonly SqsManagedSseEnabled: boolean;
  readonly RedrivePolicy?: { readonly deadLetterTargetArn: unknown; readonly maxReceiveCount: number };
}

interface Schedule {
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone: string;
  readonly FlexibleTimeWindow: { readonly Mode: string };
  readonly State: string;
  readonly Target: {
    readonly Arn: unknown;
    readonly Input: string;
    readonly RetryPolicy: { readonly MaximumEventAgeInSeconds: number; readonly MaximumRetryAttempts: number };
    readonly DeadLetterConfig: { readonly Arn: unknown };
  };
}

describe.each(environmentNames)("in %s", (environment) => {
  const service = deployed(environment);
  const sources = new Map(
    service
      .all<EventSource>("AWS::Lambda::EventSourceMapping")
      .map(({ properties }) => [service.target(properties.FunctionName), properties]),
  );
  const feed = sources.get("follow-changes");
  const queues = new Map(service.all<Queue>("AWS::SQS::Queue").map(({ name, properties }) => [name, properties]));
  const schedules = service.all<Schedule>("AWS::Scheduler::Schedule").map(({ properties }) => properties);

  test("only the residents' stream feeds recomputation, and only its retry queue does besides", () => {
    const fed = [...sources].map(([name, { EventSourceArn }]) => [name, service.target(EventSourceArn)]);

    expect(Object.fromEntries(fed)).toEqual({
      "follow-changes": "stream of residents",
      "retry-recomputation": "RetryQueue",
    });
  });

  test("nothing else calls a function by itself: the gateway alone is let in, and mass work alone has the right", () => {
    const letIn = service.all<{ readonly Principal: string }>("AWS::Lambda::Permission");
    const callers = service
      .all<Policy>("AWS::IAM::Policy")
      .filter(({ properties }) => JSON.stringify(properties.PolicyDocument).includes('"lambda:'))
      .flatMap(({ properties }) => properties.Roles.map(service.target));

    expect(new Set(letIn.map(({ properties }) => properties.Principal))).toEqual(new Set(["apigateway.amazonaws.com"]));
    expect(callers).toEqual(["mass work"]);
  });

  test("the feed brings every change of a dossier, and nothing else of a resident", () => {
    const patterns = feed?.FilterCriteria?.Filters.map(({ Pattern }) => JSON.parse(Pattern));

    expect(patterns).toEqual([{ eventName: ["INSERT", "MODIFY"], dynamodb: { Keys: { item: { S: ["current"] } } } }]);
    expect(feed).toMatchObject({ StartingPosition: "TRIM_HORIZON", MaximumBatchingWindowInSeconds: 0 });
  });

  test("the feed halves what fails, tries so often and no more, and gives up before the stream forgets", () => {
    expect(feed?.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
    expect(feed?.BisectBatchOnFunctionError).toBe(true);
    expect(feed?.MaximumRetryAttempts).toBeGreaterThan(0);
    expect(feed?.MaximumRetryAttempts).toBeLessThanOrEqual(100);
    expect(feed?.MaximumRecordAgeInSeconds).toBeGreaterThan(3_600);
    expect(feed?.MaximumRecordAgeInSeconds).toBeLessThan(24 * 3_600);
    expect(service.target(feed?.DestinationConfig?.OnFailure.Destination)).toBe("FeedFailures");
  });

  test("a retry is bounded in number and in width, and never taken twice while it is at work", () => {
    const retries = sources.get("retry-recomputation");
    const { RedrivePolicy, VisibilityTimeout } = queues.get("RetryQueue") ?? {};

    expect(retries?.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
    expect(retries?.ScalingConfig?.MaximumConcurrency).toBeLessThanOrEqual(20);
    expect(RedrivePolicy?.maxReceiveCount).toBe(5);
    expect(service.target(RedrivePolicy?.deadLetterTargetArn)).toBe("RetryDeadLetters");
    expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * sizeOf("retry-recomputation").seconds);
  });

  test("every queue is one where failures end, or leads to one; those keep what they have for as long as can be", () => {
    const twoWeeks = 14 * 24 * 3_600;

    expect([...queues.keys()].sort()).toEqual(["FeedFailures", "RetryDeadLetters", "RetryQueue", "ScheduleFailures"]);
    for (const [name, { RedrivePolicy, MessageRetentionPeriod }] of queues) {
      if (RedrivePolicy) expect(MessageRetentionPeriod).toBeLessThan(twoWeeks);
      else expect([name, MessageRetentionPeriod]).toEqual([name, twoWeeks]);
    }
  });

  test("every queue is encrypted, and deaf to whoever doesn't encrypt", () => {
    const policies = service.all<Policy & { readonly Queues: readonly unknown[] }>("AWS::SQS::QueuePolicy");
    const refusing = policies.filter(({ properties }) =>
      JSON.stringify(properties.PolicyDocument).includes('{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"'),
    );

    for (const { SqsManagedSseEnabled } of queues.values()) expect(SqsManagedSseEnabled).toBe(true);
    expect(refusing.flatMap(({ properties }) => properties.Queues.map(service.target)).sort()).toEqual(
      [...queues.keys()].sort(),
    );
  });

  test("the night begins at 00:30, rules take effect at 02:00, and on Sunday at 03:00 everyone is swept: Chinese time", () => {
    const times = schedules.map(({ Target, ScheduleExpression }) => [Target.Input, ScheduleExpression]);

    expect(Object.fromEntries(times)).toEqual({
      '{"work":"night"}': "cron(30 0 * * ? *)",
      '{"work":"rules"}': "cron(0 2 * * ? *)",
      '{"work":"sweep"}': "cron(0 3 ? * SUN *)",
    });
    for (const { ScheduleExpressionTimezone, FlexibleTimeWindow, State } of schedules)
      expect([ScheduleExpressionTimezone, FlexibleTimeWindow, State]).toEqual([
        "Asia/Shanghai",
        { Mode: "OFF" },
        "ENABLED",
      ]);
  });

  test("a schedule that can't start its work tries so often and so long, and then says so", () => {
    for (const { Target } of schedules) {
      expect(service.target(Target.Arn)).toBe("mass work");
      expect(Target.RetryPolicy.MaximumRetryAttempts).toBeLessThanOrEqual(185);
      expect(Target.RetryPolicy.MaximumEventAgeInSeconds).toBeLessThan(24 * 3_600);
      expect(service.target(Target.DeadLetterConfig.Arn)).toBe("ScheduleFailures");
    }
  });

  test("where to redrive from and to is an output", () => {
    expect(service.outputs).toMatchObject({
      RetryQueueUrl: { Value: { Ref: "RetryQueue" } },
      RetryDeadLettersUrl: { Value: { Ref: "RetryDeadLetters" } },
      FeedFailuresUrl: { Value: { Ref: "FeedFailures" } },
    });
  });
});
