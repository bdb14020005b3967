import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { startStreamPump } from "#local/stream-pump/start-stream-pump.ts";
import { FilterPattern } from "#local/template/filter-pattern.ts";
import { eventually } from "../database/contract/scratch-table.ts";
import { done, plainMapping } from "./feed-records.ts";
import { pumped } from "./pumped.ts";

const system = pumped();
const { write, remove, start, stop, batches, events, log, untilIdle } = system;

test("a function gets a record as Lambda shapes it", async () => {
  const before = Math.floor(Date.now() / 1000);
  await write("r1", 1, { packed: { B: Buffer.from([0, 255]) }, sets: { BS: [Buffer.from([1])] } });
  await write("r1", 2);
  await start(() => done);

  await untilIdle();

  const keys = { residentId: { S: "r1" }, item: { S: "current" } };
  const first = { ...keys, version: { N: "1" }, packed: { B: "AP8=" }, sets: { BS: ["AQ=="] } };
  const record = {
    eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: "local",
    eventSourceARN: expect.stringMatching(/^arn:aws:dynamodb:local:\d{12}:table\/residents\/stream\/.+$/),
  };
  const dynamodb = {
    ApproximateCreationDateTime: expect.any(Number),
    Keys: keys,
    SequenceNumber: expect.stringMatching(/^\d{21}$/),
    SizeBytes: expect.any(Number),
    StreamViewType: "NEW_AND_OLD_IMAGES",
  };
  const { Records } = JSON.parse(events[0] ?? "");
  expect(Records).toEqual([
    { ...record, eventName: "INSERT", dynamodb: { ...dynamodb, NewImage: first } },
    {
      ...record,
      eventName: "MODIFY",
      dynamodb: { ...dynamodb, OldImage: first, NewImage: { ...keys, version: { N: "2" } } },
    },
  ]);
  const time = Records[0].dynamodb.ApproximateCreationDateTime;
  expect(time - before).toBeGreaterThanOrEqual(0);
  expect(time - before).toBeLessThan(60);
});

test("one resident's changes come in their order, however late, and several residents' at the same time", async () => {
  const residents = Array.from({ length: 16 }, (_, number) => `r${number}`);
  let [atOnce, mostAtOnce, moment] = [0, 0, 0];
  await start(
    async (batch) => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      moment = (moment * 7 + 3) % 11;
      await delay(moment);
      atOnce -= 1;
      expect(batch.length).toBeLessThanOrEqual(3);
      return done;
    },
    { batchSize: 3, parallelizationFactor: 4 },
  );

  for (const version of [1, 2, 3]) await Promise.all(residents.map((residentId) => write(residentId, version)));
  await untilIdle();

  const delivered = batches.flat();
  for (const residentId of residents) {
    const mine = delivered.filter((name) => name.startsWith(`${residentId} `));
    expect(mine).toEqual([1, 2, 3].map((version) => `${residentId} #${version}`));
  }
  // more than shards: the lanes of one shard run beside each other
  expect(mostAtOnce).toBeGreaterThan(4);
});

test("only what a filter lets through is delivered, and the rest counts as done", async () => {
  const pattern = '{ "eventName": ["INSERT", "MODIFY"], "dynamodb": { "Keys": { "item": { "S": ["current"] } } } }';
  await start(() => done, { filters: [FilterPattern.parse(pattern)] });

  await write("r1", 1);
  await write("r1", 7, { item: { S: "change#7" } });
  await remove("r1");
  await write("r1", 2);
  await untilIdle();
  await stop();
  await start(() => done);
  await untilIdle();

  expect(batches.flat()).toEqual(["r1 #1", "r1 #2"]);
});

test("each batch comes twice where that is asked for", async () => {
  const pump = await start(() => done, { batchSize: 1 });
  pump.deliverTwice(true);
  await write("r1", 1);
  await write("r1", 2);
  await untilIdle();

  pump.deliverTwice(false);
  await write("r1", 3);
  await untilIdle();

  expect(batches.flat()).toEqual(["r1 #1", "r1 #1", "r1 #2", "r1 #2", "r1 #3"]);
});

test("the next pump goes on where the last one ended", async () => {
  await start(() => done);
  await write("r1", 1);
  await untilIdle();
  await stop();

  await write("r1", 2);
  await start(() => done);
  await untilIdle();

  expect(batches).toEqual([["r1 #1"], ["r1 #2"]]);
});

test("nothing is noted down before its batch is done", async () => {
  const noted: string[] = [];
  await start(
    (batch) => {
      const file = existsSync(system.checkpointsFile()) ? readFileSync(system.checkpointsFile(), "utf8") : "";
      noted.push(...batch.map(({ sequence }) => sequence).filter((sequence) => file.includes(sequence)));
      return done;
    },
    { batchSize: 2 },
  );
  for (const version of [1, 2, 3, 4, 5]) await write("r1", version);

  await untilIdle();

  expect(batches.flat()).toHaveLength(5);
  expect(noted).toEqual([]);
});

test("a batch that was handled and not yet noted down comes again", async () => {
  await start(() => done);
  await write("r1", 1);
  await untilIdle();
  const noted = readFileSync(system.checkpointsFile(), "utf8");
  await write("r1", 2);
  await untilIdle();
  await stop();
  writeFileSync(system.checkpointsFile(), noted);

  await start(() => done);
  await untilIdle();

  expect(batches).toEqual([["r1 #1"], ["r1 #2"], ["r1 #2"]]);
});

test("stopping lets the batch under way end, and notes it down", async () => {
  const handling = Promise.withResolvers<void>();
  const handled = Promise.withResolvers<void>();
  await start(
    async () => {
      handling.resolve();
      await handled.promise;
      return done;
    },
    { batchSize: 1 },
  );
  await write("r1", 1);
  await write("r1", 2);
  await handling.promise;

  const stopped = stop();
  handled.resolve();
  await stopped;
  await start(() => done);
  await untilIdle();

  expect(batches).toEqual([["r1 #1"], ["r1 #2"]]);
});

test("while paused nothing is delivered, and the status tells how old the oldest change is", async () => {
  const pump = await start(() => done);
  await write("r1", 1);
  await untilIdle();
  await pump.pause();
  await write("r1", 2);
  await system.database().ageStreamRecords(2);

  const paused = await pump.status();
  pump.resume();
  await untilIdle();

  expect(paused).toMatchObject({ running: false, idle: false });
  expect(paused.iteratorAgeSeconds / 3600).toBeCloseTo(2, 1);
  expect(batches).toEqual([["r1 #1"], ["r1 #2"]]);
  expect(await pump.status()).toMatchObject({ running: true, idle: true, iteratorAgeSeconds: 0 });
});

test("after three days' pause what was trimmed is said to be gone, and what follows is delivered", async () => {
  const pump = await start(() => done);
  await write("r1", 1);
  await untilIdle();
  await pump.pause();
  for (const version of [2, 3]) await write("r1", version);
  await system.database().ageStreamRecords(73);

  pump.resume();
  await write("r1", 4);
  await eventually(() => batches.flat()).toContain("r1 #4");

  expect(batches).toEqual([["r1 #1"], ["r1 #4"]]);
  expect(log.filter((text) => text.includes("older than 24 hours"))).toHaveLength(1);
});

test("a table without a stream is named", async () => {
  const pump = startStreamPump({
    mappings: [{ ...plainMapping, tableName: "scores" }],
    endpoint: system.database().endpoint,
    invoke: async () => done,
    sendToQueue: async () => undefined,
    checkpointsFile: system.checkpointsFile(),
    log: () => undefined,
  });

  await expect(pump).rejects.toThrow("the table scores has no stream");
});
