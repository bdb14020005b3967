import { join } from "node:path";
import { CreateTableCommand, DeleteItemCommand, type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { type Database, startDatabase } from "#local/database/start-database.ts";
import type { Outcome } from "#local/functions/execution.ts";
import { type StreamPump, startStreamPump } from "#local/stream-pump/start-stream-pump.ts";
import type { StreamMapping } from "#local/template/event-source-mappings.ts";
import { eventually, type Item, n, s, scratchDefinition } from "../database/contract/scratch-table.ts";
import { clientOf, scratchDirectory } from "../database/embedded.ts";
import { type Delivered, deliveredIn, plainMapping } from "./feed-records.ts";

export type Behave = (batch: readonly Delivered[]) => Outcome | Promise<Outcome>;

export interface Pumped {
  readonly database: () => Database;
  readonly write: (residentId: string, version: number, more?: Item) => Promise<void>;
  readonly remove: (residentId: string) => Promise<void>;
  /** Starts a pump with this function behind it, on the checkpoints of the one before. */
  readonly start: (behave: Behave, mapping?: Partial<StreamMapping>) => Promise<StreamPump>;
  readonly stop: () => Promise<void>;
  /** The batches in the order in which they were handed over, by the names of their records. */
  readonly batches: readonly (readonly string[])[];
  readonly events: readonly string[];
  readonly failures: string[];
  readonly log: readonly string[];
  readonly untilIdle: () => Promise<void>;
  readonly checkpointsFile: () => string;
  readonly refuseFailures: (times: number) => void;
}

/** A table with a stream and a pump behind it, anew for each test. */
export const pumped = (): Pumped => {
  const directory = scratchDirectory();
  const [batches, events, failures, log]: [string[][], string[], string[], string[]] = [[], [], [], []];
  let database: Database;
  let client: DynamoDBClient;
  let pump: StreamPump | undefined;
  let number = 0;
  let refused = 0;
  const checkpointsFile = () => join(directory(), `checkpoints-${number}.json`);

  beforeAll(() => directory());
  beforeEach(async () => {
    number += 1;
    for (const list of [batches, events, failures, log]) list.length = 0;
    database = await startDatabase();
    client = clientOf(database.endpoint);
    await client.send(new CreateTableCommand({ TableName: plainMapping.tableName, ...scratchDefinition }));
  });
  const stop = async () => {
    await pump?.stop();
    pump = undefined;
  };
  afterEach(async () => {
    await stop();
    client.destroy();
    await database.close();
  });
  afterAll(stop);

  return {
    database: () => database,
    write: async (residentId, version, more = {}) => {
      const Item = { residentId: s(residentId), item: s("current"), version: n(version), ...more };
      await client.send(new PutItemCommand({ TableName: plainMapping.tableName, Item }));
    },
    remove: async (residentId) => {
      const Key = { residentId: s(residentId), item: s("current") };
      await client.send(new DeleteItemCommand({ TableName: plainMapping.tableName, Key }));
    },
    start: async (behave, mapping = {}) => {
      pump = await startStreamPump({
        mappings: [{ ...plainMapping, ...mapping }],
        endpoint: database.endpoint,
        invoke: async (_, event) => {
          const batch = deliveredIn(event);
          batches.push(batch.map(({ name }) => name));
          events.push(event);
          return behave(batch);
        },
        sendToQueue: async (queue, body) => {
          refused -= 1;
          if (refused >= 0) throw new Error("the queue is away");
          failures.push(`${queue} ${body}`);
        },
        checkpointsFile: checkpointsFile(),
        log: (text) => log.push(text),
        pollMs: 5,
        firstPauseMs: 1,
        largestPauseMs: 4,
      });
      return pump;
    },
    stop,
    batches,
    events,
    failures,
    log,
    untilIdle: () => eventually(async () => (await pump?.status())?.idle).toBe(true),
    checkpointsFile,
    refuseFailures: (times) => {
      refused = times;
    },
  };
};
