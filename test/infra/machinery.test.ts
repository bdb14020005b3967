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
    readonly Input?: string;
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
  const queues = new Map(service.all<Queue>("AWS::SQS::Queue").map(({ name, properties }) => [name, properties]));
  const schedules = service.all<Schedule>("AWS::Scheduler::Schedule").map(({ properties }) => properties);

  test("streams and queues feed whom they are for, and nobody else", () => {
    const fed = [...sources].map(([name, { EventSourceArn }]) => [name, service.target(EventSourceArn)]);

    expect(Object.fromEntries(fed)).toEqual({
      "follow-changes": "stream of residents",
      "retry-recomputation": "RetryQueue",
      "react-to-changes": "stream of residents",
      "react-again": "ReactionQueue",
      "settle-slice": "SettlementQueue",
      "offer-messages": "stream of messages",
      "check-material": "UploadQueue",
    });
  });

  test("nothing else calls a function by itself: the gateway alone is let in, mass work and schedules alone have the right", () => {
    const letIn = service.all<{ readonly Principal: string }>("AWS::Lambda::Permission");
    const callers = service
      .all<Policy>("AWS::IAM::Policy")
      .filter(({ properties }) => JSON.stringify(properties.PolicyDocument).includes('"lambda:'))
      .flatMap(({ properties }) => properties.Roles.map(service.target));

    expect(new Set(letIn.map(({ properties }) => properties.Principal))).toEqual(new Set(["apigateway.amazonaws.com"]));
    expect(new Set(callers)).toEqual(new Set(["daily duties", "mass work"]));
  });

  test.each([
    ["follow-changes", "every change of a dossier", { Keys: { item: { S: ["current"] } } }],
    ["react-to-changes", "every change of a dossier", { Keys: { item: { S: ["current"] } } }],
    ["offer-messages", "every message that waits to be sent", { NewImage: { state: { S: ["waiting"] } } }],
  ])("%s is brought %s, and nothing else", (name, _, dynamodb) => {
    const source = sources.get(name);
    const patterns = source?.FilterCriteria?.Filters.map(({ Pattern }) => JSON.parse(Pattern));

    expect(patterns).toEqual([{ eventName: ["INSERT", "MODIFY"], dynamodb }]);
    expect(source).toMatchObject({ StartingPosition: "TRIM_HORIZON", MaximumBatchingWindowInSeconds: 0 });
  });

  test.each([
    ["follow-changes", "FeedFailures"],
    ["react-to-changes", "ReactionFailures"],
    ["offer-messages", "OutboxFailures"],
  ])(
    "the stream that %s follows is halved where it fails, tried so often and no more, and given up to %s before it forgets",
    (name, failures) => {
      const feed = sources.get(name);

      expect(feed?.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
      expect(feed?.BisectBatchOnFunctionError).toBe(true);
      expect(feed?.MaximumRetryAttempts).toBeGreaterThan(0);
      expect(feed?.MaximumRetryAttempts).toBeLessThanOrEqual(100);
      expect(feed?.MaximumRecordAgeInSeconds).toBeGreaterThan(3_600);
      expect(feed?.MaximumRecordAgeInSeconds).toBeLessThan(24 * 3_600);
      expect(service.target(feed?.DestinationConfig?.OnFailure.Destination)).toBe(failures);
    },
  );

  test.each([
    ["retry-recomputation", "RetryQueue", "RetryDeadLetters"],
    ["react-again", "ReactionQueue", "ReactionDeadLetters"],
    ["settle-slice", "SettlementQueue", "SettlementDeadLetters"],
  ] as const)(
    "what %s takes is bounded in number and in width, and never taken twice while it is at work",
    (name, queue, deadLetters) => {
      const retries = sources.get(name);
      const { RedrivePolicy, VisibilityTimeout } = queues.get(queue) ?? {};

      expect(retries?.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
      expect(retries?.ScalingConfig?.MaximumConcurrency).toBeLessThanOrEqual(20);
      expect(RedrivePolicy?.maxReceiveCount).toBe(5);
      expect(service.target(RedrivePolicy?.deadLetterTargetArn)).toBe(deadLetters);
      expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * sizeOf(name).seconds);
    },
  );

  test("messages wait for whoever sends them, five times two minutes, then with the dead letters", () => {
    const { RedrivePolicy, VisibilityTimeout } = queues.get("MessageQueue") ?? {};

    expect([RedrivePolicy?.maxReceiveCount, VisibilityTimeout]).toEqual([5, 120]);
    expect(service.target(RedrivePolicy?.deadLetterTargetArn)).toBe("MessageDeadLetters");
  });

  test("every queue is one where failures end, or leads to one; those keep what they have for as long as can be", () => {
    const twoWeeks = 14 * 24 * 3_600;

    expect([...queues.keys()].sort()).toEqual([
      "FeedFailures",
      "MessageDeadLetters",
      "MessageQueue",
      "OutboxFailures",
      "ReactionDeadLetters",
      "ReactionFailures",
      "ReactionQueue",
      "RetryDeadLetters",
      "RetryQueue",
      "ScheduleFailures",
      "SettlementDeadLetters",
      "SettlementQueue",
      "UploadDeadLetters",
      "UploadQueue",
    ]);
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

  test("mass work and daily duties begin at these times, in Chinese time", () => {
    const times = schedules.map(({ Target, ScheduleExpression }) => [
      Target.Input ?? service.target(Target.Arn),
      ScheduleExpression,
    ]);

    expect(Object.fromEntries(times)).toEqual({
      '{"work":"night"}': "cron(30 0 * * ? *)",
      '{"work":"rules"}': "cron(0 2 * * ? *)",
      '{"work":"sweep"}': "cron(0 3 ? * SUN *)",
      "finish-corrections": "cron(0 3 * * ? *)",
      "keep-deadlines": "cron(0 1 * * ? *)",
      "keep-programmes": "cron(0 4 * * ? *)",
      "keep-findings": "cron(0 5 * * ? *)",
      "delete-due-materials": "cron(0 2 * * ? *)",
      "send-due-notices": "cron(0 8 * * ? *)",
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
      if (Target.Input !== undefined) expect(service.target(Target.Arn)).toBe("mass work");
      expect(Target.RetryPolicy.MaximumRetryAttempts).toBeLessThanOrEqual(185);
      expect(Target.RetryPolicy.MaximumEventAgeInSeconds).toBeLessThan(24 * 3_600);
      expect(service.target(Target.DeadLetterConfig.Arn)).toBe("ScheduleFailures");
    }
  });

  test("a daily duty that fails is tried twice more, and then says so", () => {
    const again = service
      .all<{
        readonly FunctionName: unknown;
        readonly MaximumRetryAttempts: number;
        readonly DestinationConfig: { readonly OnFailure: { readonly Destination: unknown } };
      }>("AWS::Lambda::EventInvokeConfig")
      .map(({ properties: { FunctionName, MaximumRetryAttempts, DestinationConfig } }) => [
        service.target(FunctionName),
        MaximumRetryAttempts,
        service.target(DestinationConfig.OnFailure.Destination),
      ]);

    expect(again.sort()).toEqual(
      [
        "delete-due-materials",
        "finish-corrections",
        "keep-deadlines",
        "keep-findings",
        "keep-programmes",
        "send-due-notices",
      ].map((name) => [name, 2, "ScheduleFailures"]),
    );
  });

  test("where to redrive from and to is an output", () => {
    expect(service.outputs).toMatchObject({
      RetryQueueUrl: { Value: { Ref: "RetryQueue" } },
      RetryDeadLettersUrl: { Value: { Ref: "RetryDeadLetters" } },
      FeedFailuresUrl: { Value: { Ref: "FeedFailures" } },
      ReactionQueueUrl: { Value: { Ref: "ReactionQueue" } },
      ReactionDeadLettersUrl: { Value: { Ref: "ReactionDeadLetters" } },
      MessageQueueUrl: { Value: { Ref: "MessageQueue" } },
      MessageDeadLettersUrl: { Value: { Ref: "MessageDeadLetters" } },
    });
  });
});
