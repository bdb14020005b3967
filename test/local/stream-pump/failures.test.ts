import { expect, test } from "vitest";
import { type Delivered, done, failing, thrown } from "./feed-records.ts";
import { pumped } from "./pumped.ts";

const system = pumped();
const { write, start, batches, failures, untilIdle } = system;

/** One resident's changes, so that they are one batch. */
const changes = async (count: number) => {
  for (let version = 1; version <= count; version += 1) await write("r1", version);
};
const isThird = ({ name }: Delivered) => name === "r1 #3";
const numbersIn = (names: readonly string[]) => names.map((name) => Number(name.split("#")[1]));
const lost = () => failures.map((message) => JSON.parse(message.replace("FeedFailures ", "")));

test("a record that failed comes again with those behind it, and none before it", async () => {
  await changes(5);
  let isFirst = true;
  await start((batch) => {
    const third = batch.find(isThird);
    if (!third || !isFirst) return done;
    isFirst = false;
    return failing(batch.at(-1)?.sequence ?? "", third.sequence);
  });

  await untilIdle();

  expect(batches.map(numbersIn)).toEqual([
    [1, 2, 3, 4, 5],
    [3, 4, 5],
  ]);
});

test.each([
  ["is none of the batch", failing("100000000000000000999")],
  ["is empty", failing("")],
  ["is null", failing(null)],
])("a failure whose identifier %s fails the whole batch", async (_, outcome) => {
  await changes(3);
  let attempts = 0;
  await start(() => {
    attempts += 1;
    return attempts === 1 ? outcome : done;
  });

  await untilIdle();

  expect(batches.map(numbersIn)).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
});

test("an answer is heeded only where the mapping says so", async () => {
  await changes(2);
  await start((batch) => failing(batch[0]?.sequence ?? ""), { reportsBatchItemFailures: false });

  await untilIdle();

  expect(batches).toHaveLength(1);
});

test("bisecting leaves the poison alone: it is given up, and everything else is done, in order", async () => {
  await changes(8);
  await start((batch) => (batch.some(isThird) ? thrown : done), { bisectsOnError: true, maximumRetryAttempts: 2 });

  await untilIdle();

  const handled = batches.filter((names) => !names.includes("r1 #3")).flatMap(numbersIn);
  expect(handled).toEqual([1, 2, 4, 5, 6, 7, 8]);
  expect(batches.filter((names) => names.length === 1 && names[0] === "r1 #3")).toHaveLength(3);
  expect(lost()).toMatchObject([{ DDBStreamBatchInfo: { batchSize: 1 } }]);
});

test("bisecting at the failure that is reported leaves the poison alone too", async () => {
  await changes(8);
  await start(
    (batch) => {
      const third = batch.find(isThird);
      return third ? failing(third.sequence) : done;
    },
    { bisectsOnError: true, maximumRetryAttempts: 1 },
  );

  await untilIdle();

  expect(batches.map(numbersIn)).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 8],
    [3, 4, 5, 6, 7, 8],
    [3, 4, 5],
    [3, 4],
    [3],
    [3],
    [4],
    [5],
    [6, 7, 8],
  ]);
  expect(lost()).toMatchObject([{ DDBStreamBatchInfo: { batchSize: 1 } }]);
});

test("a batch that fails as often as it may goes to the destination, as positions only", async () => {
  await changes(3);
  await start(() => thrown, { maximumRetryAttempts: 2 });

  await untilIdle();

  expect(batches.map(numbersIn)).toEqual([
    [1, 2, 3],
    [1, 2, 3],
    [1, 2, 3],
  ]);
  const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
  expect(lost()).toEqual([
    {
      requestContext: {
        requestId: expect.any(String),
        functionArn: "arn:aws:lambda:local:000000000000:function:follow-changes",
        condition: "RetryAttemptsExhausted",
        approximateInvokeCount: 3,
      },
      responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
      version: "1.0",
      timestamp: instant,
      DDBStreamBatchInfo: {
        shardId: expect.stringMatching(/^shardId-/),
        startSequenceNumber: expect.stringMatching(/^\d{21}$/),
        endSequenceNumber: expect.stringMatching(/^\d{21}$/),
        approximateArrivalOfFirstRecord: instant,
        approximateArrivalOfLastRecord: instant,
        batchSize: 3,
        streamArn: expect.stringContaining("table/residents/stream/"),
      },
    },
  ]);
});

test("while a batch is tried again nothing behind it overtakes, and other residents don't wait", async () => {
  await write("r1", 1);
  let attempts = 0;
  const others = Promise.withResolvers<void>();
  await start(
    async (batch) => {
      if (!batch.some(({ residentId }) => residentId === "r1")) {
        others.resolve();
        return done;
      }
      attempts += 1;
      return attempts < 4 ? thrown : done;
    },
    { batchSize: 1, parallelizationFactor: 10 },
  );
  await write("r1", 2);
  // among so many some have a shard or a lane of their own
  for (const resident of Array.from({ length: 20 }, (_, number) => `other-${number}`)) await write(resident, 1);

  await others.promise;
  await untilIdle();

  expect(batches.flat().filter((name) => name.startsWith("r1 "))).toEqual([
    "r1 #1",
    "r1 #1",
    "r1 #1",
    "r1 #1",
    "r1 #2",
  ]);
});

test("what cannot be invoked is tried again", async () => {
  await changes(1);
  let attempts = 0;
  await start(() => {
    attempts += 1;
    if (attempts === 1) throw new Error("no thread");
    return done;
  });

  await untilIdle();

  expect(batches).toHaveLength(2);
  expect(failures).toEqual([]);
});

test("what is older than the maximum age is given up without another attempt", async () => {
  await changes(2);
  await system.database().ageStreamRecords(2);
  await write("r1", 3);
  await start(() => done, { maximumRecordAgeSeconds: 3600 });

  await untilIdle();

  expect(batches.map(numbersIn)).toEqual([[3]]);
  expect(lost()).toMatchObject([
    {
      requestContext: { condition: "RecordAgeExceeded", approximateInvokeCount: 0 },
      DDBStreamBatchInfo: { batchSize: 2 },
    },
  ]);
  expect(lost()[0]).not.toHaveProperty("responseContext");
});

test("a destination that is away is asked until it takes the message", async () => {
  await changes(1);
  system.refuseFailures(3);
  await start(() => thrown, { maximumRetryAttempts: 0 });

  await untilIdle();

  expect(lost()).toMatchObject([{ DDBStreamBatchInfo: { batchSize: 1 } }]);
});

test("without a destination what is given up is only logged", async () => {
  await changes(1);
  await start(() => thrown, { maximumRetryAttempts: 0, onFailureQueue: undefined });

  await untilIdle();

  expect(failures).toEqual([]);
  expect(system.log.join()).toContain("gave up 1 records");
});
