import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { startSmall } from "./small-assembly.ts";

const arn = (id: string, attribute = "Arn") => ({ "Fn::GetAtt": [id, attribute] });
const metric = (name: string) =>
  `console.log(JSON.stringify({ _aws: { Timestamp: Date.now(), CloudWatchMetrics: [{ Namespace: "NewResidentPoints",
    Metrics: [{ Name: "${name}" }] }] }, ${name}: 1 }))`;

/** A feed that fails what is poisoned, a queue with dead letters that is worked off, and a night. */
const aSmallMachine = () =>
  startSmall({
    functions: {
      Follow: `export const handler = async ({ Records }) => ({ batchItemFailures: Records
          .filter(({ dynamodb }) => dynamodb.Keys.id.S === "poison")
          .map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })) });`,
      Work: `export const handler = async ({ Records }) => ({ batchItemFailures: Records.map(({ messageId }) => ({
        itemIdentifier: messageId })) });`,
      Night: `export const handler = async (input) => { ${metric("NightCompleted")}; return {
        ...input, day: process.env.CALENDAR_DAY_OFFSET }; };`,
    },
    routes: { "GET /things": "Night", $default: "Night" },
    more: {
      Retries: {
        Type: "AWS::SQS::Queue",
        Properties: {
          VisibilityTimeout: 30,
          RedrivePolicy: { deadLetterTargetArn: arn("Dead"), maxReceiveCount: 1 },
        },
      },
      Dead: { Type: "AWS::SQS::Queue", Properties: {} },
      Failures: { Type: "AWS::SQS::Queue", Properties: {} },
      Working: {
        Type: "AWS::Lambda::EventSourceMapping",
        Properties: {
          EventSourceArn: arn("Retries"),
          FunctionName: { Ref: "Work" },
          FunctionResponseTypes: ["ReportBatchItemFailures"],
        },
      },
      Feed: {
        Type: "AWS::Lambda::EventSourceMapping",
        Properties: {
          EventSourceArn: arn("Things", "StreamArn"),
          FunctionName: { Ref: "Follow" },
          StartingPosition: "TRIM_HORIZON",
          MaximumRetryAttempts: 0,
          FunctionResponseTypes: ["ReportBatchItemFailures"],
          DestinationConfig: { OnFailure: { Destination: arn("Failures") } },
        },
      },
      Machine: {
        Type: "AWS::StepFunctions::StateMachine",
        Properties: {
          StateMachineName: "nightly",
          DefinitionString: {
            "Fn::Join": [
              "",
              ['{"StartAt":"Night","States":{"Night":{"Type":"Task","End":true,"Resource":"', arn("Night"), '"}}}'],
            ],
          },
        },
      },
      Schedule: {
        Type: "AWS::Scheduler::Schedule",
        Properties: {
          ScheduleExpression: "cron(30 0 * * ? *)",
          ScheduleExpressionTimezone: "Asia/Shanghai",
          FlexibleTimeWindow: { Mode: "OFF" },
          Target: { Arn: { Ref: "Machine" }, Input: '{"work":"night"}' },
        },
      },
    },
  });

test("a walk runs the machine of every night, on its own day, and the figures that it prints are in the status", async () => {
  const { url, executions } = await aSmallMachine();

  const begun = await post(url, "/local/clock", { walk: 3 });
  const again = await post(url, "/local/clock", { walk: 3 });
  const jump = await post(url, "/local/clock", { days: 1 });
  await expect.poll(async () => (await get(url, "/local/clock")).walking, { timeout: 20_000 }).toBeNull();

  expect([begun.status, again.status, jump.status]).toEqual([202, 409, 409]);
  expect(await get(url, "/local/clock")).toMatchObject({ movedByDays: 3, lastWalk: { nightsRun: 3, started: 3 } });
  expect(executions.recent(5).map(({ output }) => output)).toEqual(
    ["3", "2", "1"].map((day) => `{"work":"night","day":"${day}"}`),
  );
  await expect
    .poll(async () => (await get(url, "/local/status")).metrics)
    .toMatchObject({ NightCompleted: { last: 1, count: 3 } });
});

test("a walk to nowhere, backwards or by half a day is refused", async () => {
  const { url } = await aSmallMachine();
  const orders = [{}, { walkTo: "2000-01-01" }, { walk: 0.5 }, { walk: 1, days: 1 }];

  const answers = await Promise.all(orders.map((order) => post(url, "/local/clock", order)));

  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
});

test("what the feed gives up lies in its queue, and nobody behind it waited", async () => {
  const { url, database } = await aSmallMachine();
  const put = (id: string) => database.send(new PutItemCommand({ TableName: "Things", Item: { id: { S: id } } }));

  for (const id of ["a", "poison", "b"]) await put(id);

  await expect
    .poll(() => get(url, "/local/status"), { timeout: 20_000 })
    .toMatchObject({ quiet: true, stream: { idle: true } });
  const { queues, lag } = await get(url, "/local/status");
  expect(queues.find(({ name }: { name: string }) => name === "Failures")).toMatchObject({ visible: 1 });
  expect(Object.keys(lag.oldestMessages)).toEqual(["Retries", "Dead", "Failures"]);
});

test("a stopped feed delivers nothing and grows old; restarted it goes on", async () => {
  const { url, database, functions } = await aSmallMachine();
  const followed = () => functions.get("Follow")?.counts().invocations;

  await post(url, "/local/feed", { running: false });
  await database.send(new PutItemCommand({ TableName: "Things", Item: { id: { S: "a" } } }));
  await post(url, "/local/feed", { ageByHours: 2 });

  const { lag, quiet } = await get(url, "/local/status");
  expect(lag.seconds).toBeGreaterThanOrEqual(7200);
  expect([quiet, followed()]).toEqual([false, 0]);
  await post(url, "/local/feed", { running: true });
  await expect.poll(async () => (await get(url, "/local/status")).quiet, { timeout: 20_000 }).toBe(true);
  expect(followed()).toBe(1);
});

test("what is worked off in vain goes to the dead letters once its time has passed", async () => {
  const { url, queues } = await aSmallMachine();
  queues.send("Retries", '{"a":1}');
  await expect.poll(() => queues.ages().Retries?.inFlight, { timeout: 20_000 }).toBe(1);

  await post(url, "/local/queues", { elapseSeconds: 60 });

  await expect.poll(() => queues.ages().Dead?.visible, { timeout: 20_000 }).toBe(1);
  expect((await get(url, "/local/status")).lag.seconds).toBeGreaterThanOrEqual(60);
});

const post = (url: string, path: string, body: object): Promise<Response> =>
  fetch(url + path, { method: "POST", body: JSON.stringify(body) });

// biome-ignore lint/suspicious/noExplicitAny: whoever expects something of it says what
const get = async (url: string, path: string): Promise<any> => (await fetch(url + path)).json();
