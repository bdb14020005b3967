import { describe, expect, test } from "vitest";
import { access } from "#infra/access.ts";
import { functionNames } from "#infra/entries.ts";
import { environments } from "#infra/environments.ts";
import { deployed, environmentNames } from "./deployed.ts";
import { allowedTo, othersWithRights, type Policy, rightsOf, variablesOf } from "./rights.ts";

describe.each(environmentNames)("in %s", (environment) => {
  const service = deployed(environment);

  test("only who follows the feed reads a stream, and only that of residents", () => {
    expect(rightsOf(service, / on stream of /)).toEqual({
      "follow-changes": ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map(
        (action) => `dynamodb:${action} on stream of residents`,
      ),
    });
  });

  test("retries are sent by those whom access names, and taken by one", () => {
    const consuming = [
      "ChangeMessageVisibility",
      "DeleteMessage",
      "GetQueueAttributes",
      "GetQueueUrl",
      "ReceiveMessage",
    ];
    const senders = functionNames.filter((name) => access[name].sendsRetries);

    expect(rightsOf(service, /^sqs:.* on RetryQueue$/)).toEqual({
      ...Object.fromEntries(senders.map((name) => [name, ["sqs:SendMessage on RetryQueue"]])),
      "retry-recomputation": consuming.map((action) => `sqs:${action} on RetryQueue`),
    });
  });

  test("where failures end, nobody takes anything away", () => {
    const given = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"];

    expect(rightsOf(service, /^sqs:.* on (?!RetryQueue$)/)).toEqual({
      "follow-changes": given.map((action) => `${action} on FeedFailures`),
    });
  });

  test("mass work is started by those whom access names, and by nobody stopped", () => {
    const starters = functionNames.filter((name) => access[name].startsMassWork);

    const rights = rightsOf(service, /^states:/);

    expect(Object.keys(rights).sort()).toEqual([...starters].sort());
    for (const [name, allowed] of Object.entries(rights))
      expect(allowed).toEqual([
        `states:StartExecution on ${service.target(variablesOf(service, name).RECOMPUTATION_MACHINE_ARN)}`,
      ]);
  });

  test("the address that workers go on to is that of the machine", () => {
    const [machine] = service.all<{ readonly StateMachineName: string }>("AWS::StepFunctions::StateMachine");
    const { region } = environments[environment];

    expect(service.target(variablesOf(service, "work-shard").RECOMPUTATION_MACHINE_ARN)).toBe(
      `arn:AWS::Partition:states:${region}:AWS::AccountId:stateMachine:${machine?.properties.StateMachineName}`,
    );
  });

  test("mass work may call its steps, log and trace, and nothing else", () => {
    const allowed = allowedTo(service, "mass work").filter((right) => !/^(logs|xray):.* on \*$/.test(right));

    expect(allowed.sort()).toEqual([
      "lambda:InvokeFunction on plan-recomputation",
      "lambda:InvokeFunction on summarise-recomputation",
      "lambda:InvokeFunction on work-shard",
    ]);
  });

  test("schedules may start mass work, and say when they could not", () => {
    const [scheduler] = othersWithRights(service);

    expect(allowedTo(service, scheduler ?? "").sort()).toEqual([
      "sqs:SendMessage on ScheduleFailures",
      "states:StartExecution on mass work",
    ]);
  });

  test("every policy belongs to one function, to mass work or to the schedules, so that nothing else grants anything", () => {
    const policies = service.all<Policy>("AWS::IAM::Policy");
    const roles = service.all<{ readonly ManagedPolicyArns?: unknown; readonly Policies?: unknown }>("AWS::IAM::Role");

    expect(policies).toHaveLength(functionNames.length + 2);
    expect(othersWithRights(service)).toHaveLength(1);
    for (const { properties } of policies) expect(properties.Roles).toHaveLength(1);
    for (const { properties } of roles) expect(properties.ManagedPolicyArns ?? properties.Policies).toBeUndefined();
  });

  test("nobody from outside may anything: queues and alarms only refuse, or let CloudWatch call", () => {
    const statements = ["AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy"]
      .flatMap((type) => service.all<Policy>(type))
      .flatMap(({ properties }) => properties.PolicyDocument.Statement);

    expect(statements.filter(({ Effect }) => Effect !== "Deny")).toEqual([
      expect.objectContaining({
        Action: "sns:Publish",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
      }),
    ]);
  });
});
