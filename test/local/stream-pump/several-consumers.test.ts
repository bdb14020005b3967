import { join } from "node:path";
import { CreateTableCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Database, startDatabase } from "#local/database/start-database.ts";
import type { Outcome } from "#local/functions/execution.ts";
import { type StreamPump, startStreamPump } from "#local/stream-pump/start-stream-pump.ts";
import { eventually, n, s, scratchDefinition } from "../database/contract/scratch-table.ts";
import { clientOf, scratchDirectory } from "../database/embedded.ts";
import { deliveredIn, done, plainMapping, thrown } from "./feed-records.ts";

/** Two functions follow the residents, and a third the messages. */
const mappings = [
  { ...plainMapping, id: "Scores", functionName: "follow-changes" },
  { ...plainMapping, id: "Reactions", functionName: "react-to-changes" },
  { ...plainMapping, id: "Outbox", functionName: "offer-messages", tableName: "messages" },
];

const directory = scratchDirectory();
let number = 0;
let database: Database;
let pump: StreamPump;
const seen: Record<string, string[]> = {};
const failures: string[] = [];

const write = async (TableName: string, residentId: string) => {
  const client = clientOf(database.endpoint);
  const Item = { residentId: s(residentId), item: s("current"), version: n(1) };
  await client.send(new PutItemCommand({ TableName, Item }));
  client.destroy();
};

const start = async (behave: (functionName: string) => Outcome = () => done, maximumRetryAttempts?: number) => {
  pump = await startStreamPump({
    mappings: mappings.map((mapping) => ({ ...mapping, maximumRetryAttempts })),
    endpoint: database.endpoint,
    invoke: async (functionName, event) => {
      const outcome = behave(functionName);
      const names = deliveredIn(event).map(({ name }) => name);
      if (outcome === done) seen[functionName] = [...(seen[functionName] ?? []), ...names];
      return outcome;
    },
    sendToQueue: async (queue, body) => failures.push(`${queue} ${JSON.parse(body).requestContext.functionArn}`),
    checkpointsFile: join(directory(), `${number}.json`),
    log: () => {},
    pollMs: 5,
    firstPauseMs: 1,
    largestPauseMs: 4,
  });
};

const untilIdle = () => eventually(async () => (await pump.status()).idle).toBe(true);

beforeEach(async () => {
  number += 1;
  failures.length = 0;
  for (const name of Object.keys(seen)) delete seen[name];
  database = await startDatabase();
  const client = clientOf(database.endpoint);
  for (const TableName of ["residents", "messages"])
    await client.send(new CreateTableCommand({ TableName, ...scratchDefinition }));
  client.destroy();
});
afterEach(async () => {
  await pump.stop();
  await database.close();
});

test("each function gets all of the table that it follows, and nothing of another", async () => {
  await start();
  for (const id of ["r1", "r2", "r3"]) await write("residents", id);
  for (const id of ["m1", "m2"]) await write("messages", id);

  await untilIdle();

  const sorted = Object.fromEntries(Object.entries(seen).map(([name, names]) => [name, names.toSorted()]));
  expect(sorted).toEqual({
    "follow-changes": ["r1 #1", "r2 #1", "r3 #1"],
    "react-to-changes": ["r1 #1", "r2 #1", "r3 #1"],
    "offer-messages": ["m1 #1", "m2 #1"],
  });
});

test("who follows the same table goes on while the other fails, and only the other's loss is told", async () => {
  await start((name) => (name === "react-to-changes" ? thrown : done), 1);
  await write("residents", "r1");

  await untilIdle();

  expect(seen).toEqual({ "follow-changes": ["r1 #1"] });
  expect(failures).toEqual([expect.stringMatching(/^FeedFailures .*:react-to-changes$/)]);
});

test("after a restart each goes on where it was itself", async () => {
  let isAway = true;
  await start((name) => (isAway && name === "react-to-changes" ? thrown : done));
  await write("residents", "r1");
  await write("messages", "m1");
  await eventually(() => [seen["follow-changes"], seen["offer-messages"]]).toEqual([["r1 #1"], ["m1 #1"]]);
  await eventually(async () =>
    (await pump.status()).shards.filter(({ idle }) => !idle).map((shard) => shard.mapping),
  ).toEqual(["Reactions"]);
  await pump.stop();

  isAway = false;
  await start();
  await untilIdle();

  expect(seen).toEqual({ "follow-changes": ["r1 #1"], "react-to-changes": ["r1 #1"], "offer-messages": ["m1 #1"] });
});
