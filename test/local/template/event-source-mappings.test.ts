import { expect, test } from "vitest";
import type * as z from "zod";
import { eventSourceMappingsIn } from "#local/template/event-source-mappings.ts";
import type { ResourcesOf } from "#local/template/resources-of.ts";

const ofStream = {
  EventSourceArn: "arn:aws:dynamodb:local:000000000000:table/Residents/stream/template",
  FunctionName: "FollowChanges",
  StartingPosition: "TRIM_HORIZON",
};
const ofQueue = { EventSourceArn: "arn:aws:local:local:000000000000:RetryQueue", FunctionName: "Retry" };

const read = (...mappings: readonly object[]) => {
  const resourcesOf: ResourcesOf = (type, schema) => {
    expect(type).toBe("AWS::Lambda::EventSourceMapping");
    return mappings.map((properties, number) => ({
      id: `Mapping${number}`,
      properties: schema.parse(properties) as z.infer<typeof schema>,
    }));
  };
  return eventSourceMappingsIn(resourcesOf);
};

test("what a stream's mapping doesn't say is as on AWS", () => {
  expect(read(ofStream)).toEqual({
    streams: [
      {
        id: "Mapping0",
        tableName: "Residents",
        functionName: "FollowChanges",
        batchSize: 100,
        batchingWindowSeconds: 0,
        parallelizationFactor: 1,
        maximumRetryAttempts: undefined,
        maximumRecordAgeSeconds: undefined,
        bisectsOnError: false,
        reportsBatchItemFailures: false,
        onFailureQueue: undefined,
        filters: [],
      },
    ],
    queues: [],
  });
});

test("what a stream's mapping says is taken over", () => {
  const { streams } = read({
    ...ofStream,
    FunctionName: "arn:aws:local:local:000000000000:FollowChanges",
    BatchSize: 50,
    MaximumBatchingWindowInSeconds: 1,
    ParallelizationFactor: 4,
    MaximumRetryAttempts: 10,
    MaximumRecordAgeInSeconds: 82_800,
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ["ReportBatchItemFailures"],
    DestinationConfig: { OnFailure: { Destination: "arn:aws:local:local:000000000000:FeedFailures" } },
    FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"Keys":{"item":{"S":["current"]}}}}' }] },
  });

  expect(streams).toEqual([
    {
      id: "Mapping0",
      tableName: "Residents",
      functionName: "FollowChanges",
      batchSize: 50,
      batchingWindowSeconds: 1,
      parallelizationFactor: 4,
      maximumRetryAttempts: 10,
      maximumRecordAgeSeconds: 82_800,
      bisectsOnError: true,
      reportsBatchItemFailures: true,
      onFailureQueue: "FeedFailures",
      filters: [{ dynamodb: { Keys: { item: { S: ["current"] } } } }],
    },
  ]);
});

test("a queue's mapping is told from a stream's by its source", () => {
  const all = {
    BatchSize: 5,
    MaximumBatchingWindowInSeconds: 2,
    ScalingConfig: { MaximumConcurrency: 8 },
    FunctionResponseTypes: ["ReportBatchItemFailures"],
  };
  const queue = { queueArn: ofQueue.EventSourceArn, functionName: "Retry" };

  expect(read(ofQueue, ofStream, { ...ofQueue, ...all }).queues).toEqual([
    {
      ...queue,
      id: "Mapping0",
      batchSize: 10,
      batchingWindowSeconds: 0,
      maximumConcurrency: undefined,
      reportsBatchItemFailures: false,
    },
    {
      ...queue,
      id: "Mapping2",
      batchSize: 5,
      batchingWindowSeconds: 2,
      maximumConcurrency: 8,
      reportsBatchItemFailures: true,
    },
  ]);
});

const filtered = (Pattern: string) => ({ FilterCriteria: { Filters: [{ Pattern }] } });

test.each([
  ["LATEST", "StartingPosition", { StartingPosition: "LATEST" }],
  ["a tumbling window", "TumblingWindowInSeconds", { TumblingWindowInSeconds: 10 }],
  ["a mapping that is off", "Enabled", { Enabled: false }],
  ["a batch of none", "BatchSize", { BatchSize: 0 }],
  ["a numeric filter", "numeric", filtered('{"size":[{"numeric":[">",1]}]}')],
  ["a suffix deep inside a filter", "suffix", filtered('{"dynamodb":{"Keys":{"item":{"S":[{"suffix":"t"}]}}}}')],
  ["an $or of filters", "$or", filtered('{"$or":[{"a":[1]},{"b":[2]}]}')],
  ["a filter that is no JSON", "not JSON", filtered("{")],
])("%s is refused by name", (_, name, more) => {
  expect(() => read({ ...ofStream, ...more })).toThrow(name);
});

test("what only a stream's mapping has is refused of a queue's", () => {
  expect(() => read({ ...ofQueue, MaximumRetryAttempts: 2 })).toThrow("MaximumRetryAttempts");
});
