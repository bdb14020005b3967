import { expect, test } from "vitest";
import { lagOf } from "#local/routes/lag.ts";
import { stackOf } from "#local/template/assembly.ts";
import { readWiring } from "#local/template/read-wiring.ts";
import { smallTemplate } from "../small-assembly.ts";

const template = smallTemplate({ functions: { Follow: "", Retry: "", Check: "" }, routes: { $default: "Follow" } });
const queue = (properties: object = {}) => ({ Type: "AWS::SQS::Queue", Properties: properties });
const arn = (id: string, attribute = "Arn") => ({ "Fn::GetAtt": [id, attribute] });
const whole = readWiring({
  stacks: [
    stackOf("small", {
      ...template,
      Resources: {
        ...template.Resources,
        Retries: queue({ RedrivePolicy: { deadLetterTargetArn: arn("Dead"), maxReceiveCount: 5 } }),
        Dead: queue(),
        Failures: queue(),
        Others: queue(),
        Uploads: queue({ RedrivePolicy: { deadLetterTargetArn: arn("BadUploads"), maxReceiveCount: 5 } }),
        BadUploads: queue(),
        Checking: {
          Type: "AWS::Lambda::EventSourceMapping",
          Properties: { EventSourceArn: arn("Uploads"), FunctionName: { Ref: "Check" } },
        },
        OtherFeed: {
          Type: "AWS::Lambda::EventSourceMapping",
          Properties: {
            EventSourceArn: arn("Things", "StreamArn"),
            FunctionName: { Ref: "Check" },
            StartingPosition: "TRIM_HORIZON",
          },
        },
        Working: {
          Type: "AWS::Lambda::EventSourceMapping",
          Properties: { EventSourceArn: arn("Retries"), FunctionName: { Ref: "Retry" } },
        },
        Feed: {
          Type: "AWS::Lambda::EventSourceMapping",
          Properties: {
            EventSourceArn: arn("Things", "StreamArn"),
            FunctionName: { Ref: "Follow" },
            StartingPosition: "TRIM_HORIZON",
            DestinationConfig: { OnFailure: { Destination: arn("Failures") } },
          },
        },
      },
    }),
  ],
  assets: new Map([
    ["Follow", "asset.Follow"],
    ["Retry", "asset.Retry"],
    ["Check", "asset.Check"],
  ]),
});
/** What `Check` does has nothing to do with scores. */
const wiring = {
  ...whole,
  functions: whole.functions.map((each) => (each.name === "Check" ? { ...each, environment: {} } : each)),
};

const now = Date.parse("2027-01-01T00:00:00Z");
const counts = (oldestSeconds: number) => ({ visible: 1, inFlight: 0, delayed: 0, oldestSeconds });
const shardOf = (mapping: string, iteratorAgeSeconds: number) => ({
  mapping,
  shardId: "1",
  checkpoint: undefined,
  idle: false,
  iteratorAgeSeconds,
});
const lag = (iteratorAgeSeconds: number, oldest: Readonly<Record<string, number>>, sweptMinutesAgo = 0, behind = 0) =>
  lagOf({
    wiring,
    stream: {
      running: true,
      idle: false,
      iteratorAgeSeconds: 1000,
      shards: [shardOf("Feed", iteratorAgeSeconds), shardOf("OtherFeed", 1000)],
    },
    ages: Object.fromEntries(Object.entries(oldest).map(([name, seconds]) => [name, counts(seconds)])),
    metrics: {
      SweepBehindSeconds: {
        last: behind,
        count: 1,
        sum: 0,
        at: new Date(now - sweptMinutesAgo * 60_000).toISOString(),
      },
    },
    now,
  });

test("nothing waits, nothing lags", () => {
  expect(lag(0, {})).toEqual({
    seconds: 0,
    iteratorAgeSeconds: 0,
    oldestMessages: { Retries: 0, Dead: 0, Failures: 0 },
    sweepBehindSeconds: 0,
  });
});

test.for([
  ["the feed", lag(9, { Retries: 2 }), 9],
  ["the queue that is worked off", lag(1, { Retries: 7 }), 7],
  ["its dead letters", lag(1, { Retries: 2, Dead: 8 }), 8],
  ["the feed's failures", lag(1, { Failures: 6 }), 6],
  ["what a sweep has just found", lag(1, {}, 4, 259_200), 259_200],
  ["but not what it found and repaired before", lag(1, {}, 6, 259_200), 1],
  ["nor a queue in which no change can wait", lag(1, { Others: 99, Uploads: 99, BadUploads: 99 }), 1],
] as const)("the lag is the largest of all: %s", ([, { seconds }, largest]) => {
  expect(seconds).toBe(largest);
});
