import { describe, expect, test } from "vitest";
import { access } from "#infra/access.ts";
import { functionNames } from "#infra/entries.ts";
import { environments } from "#infra/environments.ts";
import { deployed, environmentNames } from "./deployed.ts";
import { allowedTo, othersWithRights, type Policy, rightsOf, variablesOf } from "./rights.ts";

describe.each(environmentNames)("in %s", (environment) => {
  const service = deployed(environment);

  test("only who follows a stream reads it, and no other", () => {
    const follows = (table: string) =>
      ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map(
        (action) => `dynamodb:${action} on stream of ${table}`,
      );

    expect(rightsOf(service, / on stream of /)).toEqual({
      "follow-changes": follows("residents"),
      "react-to-changes": follows("residents"),
      "offer-messages": follows("messages"),
    });
  });

  const consuming = ["ChangeMessageVisibility", "DeleteMessage", "GetQueueAttributes", "GetQueueUrl", "ReceiveMessage"];

  test("retries are sent by those whom access names, and taken by one", () => {
    const senders = functionNames.filter((name) => access[name].sendsRetries);

    expect(rightsOf(service, /^sqs:.* on RetryQueue$/)).toEqual({
      ...Object.fromEntries(senders.map((name) => [name, ["sqs:SendMessage on RetryQueue"]])),
      "retry-recomputation": consuming.map((action) => `sqs:${action} on RetryQueue`),
    });
  });

  test("messages are offered by one and taken by nobody here; what reacts and what checks uploads takes its own queue", () => {
    expect(rightsOf(service, /^sqs:.* on (Message|Reaction|Upload)Queue$/)).toEqual({
      "offer-messages": ["sqs:SendMessage on MessageQueue"],
      "react-to-changes": ["sqs:SendMessage on ReactionQueue"],
      "react-again": consuming.map((action) => `sqs:${action} on ReactionQueue`),
      "check-material": consuming.map((action) => `sqs:${action} on UploadQueue`),
    });
  });

  test("parts of a settlement are sent by those whom access names, and taken by one", () => {
    const senders = functionNames.filter((name) => access[name].sends === "settlement");
    const sending = "sqs:SendMessage on SettlementQueue";

    expect(senders).toContain("begin-settlement");
    expect(rightsOf(service, /^sqs:.* on SettlementQueue$/)).toEqual({
      ...Object.fromEntries(senders.map((name) => [name, [sending]])),
      "settle-slice": [...consuming.map((action) => `sqs:${action} on SettlementQueue`), sending].sort(),
    });
  });

  test("where failures end, nobody takes anything away", () => {
    const given = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"];

    expect(rightsOf(service, /^sqs:.* on \w+Failures$/)).toEqual({
      "follow-changes": given.map((action) => `${action} on FeedFailures`),
      "react-to-changes": given.map((action) => `${action} on ReactionFailures`),
      "offer-messages": given.map((action) => `${action} on OutboxFailures`),
      ...Object.fromEntries(duties.map((name) => [name, given.map((action) => `${action} on ScheduleFailures`)])),
    });
    expect(rightsOf(service, /^sqs:.* on \w+DeadLetters$/)).toEqual({});
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
    const [scheduler, ...more] = othersWithRights(service).filter((name) => name !== "daily duties");

    expect(more).toEqual([]);
    expect(allowedTo(service, scheduler ?? "").sort()).toEqual([
      "sqs:SendMessage on ScheduleFailures",
      "states:StartExecution on mass work",
    ]);
  });

  test("daily duties may be begun, each by its own function, and say when they could not", () => {
    const allowed = allowedTo(service, "daily duties").filter((right) => right.startsWith("lambda:"));

    expect(allowed.sort()).toEqual(duties.map((name) => `lambda:InvokeFunction on ${name}`));
  });

  test("every policy belongs to one function, to mass work or to schedules, so that nothing else grants anything", () => {
    const policies = service.all<Policy>("AWS::IAM::Policy");
    const roles = service.all<{ readonly ManagedPolicyArns?: unknown; readonly Policies?: unknown }>("AWS::IAM::Role");

    // each stack has its own daily duties
    const daily = othersWithRights(service).filter((name) => name === "daily duties");
    expect(othersWithRights(service)).toHaveLength(1 + daily.length);
    expect(policies).toHaveLength(functionNames.length + 2 + daily.length);
    for (const { properties } of policies) expect(properties.Roles).toHaveLength(1);
    for (const { properties } of roles) expect(properties.ManagedPolicyArns ?? properties.Policies).toBeUndefined();
  });

  test("nobody from outside may anything: queues and alarms only refuse, or let CloudWatch call and the bucket of evidence say what came", () => {
    const statements = ["AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy"]
      .flatMap((type) => service.all<Policy>(type))
      .flatMap(({ properties }) => properties.PolicyDocument.Statement);

    expect(statements.filter(({ Effect }) => Effect !== "Deny")).toEqual([
      // the bucket of evidence says what was uploaded
      expect.objectContaining({ Action: "sqs:SendMessage", Principal: { Service: "s3.amazonaws.com" } }),
      expect.objectContaining({
        Action: "sns:Publish",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
      }),
    ]);
  });
});

const duties = [
  "delete-due-materials",
  "finish-corrections",
  "keep-deadlines",
  "keep-findings",
  "keep-programmes",
  "send-due-notices",
];
