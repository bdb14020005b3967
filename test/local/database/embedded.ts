import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { type Database, type DatabaseOptions, startDatabase } from "#local/database/start-database.ts";

/** A client of an embedded engine, as any program would make one. */
export const clientOf = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });

/** An embedded engine that lives as long as the tests around it. */
export const embedded = (options: () => DatabaseOptions = () => ({})): (() => DynamoDBClient) => {
  let database: Database;
  let client: DynamoDBClient;
  beforeAll(async () => {
    database = await startDatabase(options());
    client = clientOf(database.endpoint);
  });
  afterAll(async () => {
    client.destroy();
    await database.close();
  });
  return () => client;
};

/** A directory that lasts as long as the tests around it. */
export const scratchDirectory = (): (() => string) => {
  let directory = "";
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "database-"));
  });
  afterAll(() => rm(directory, { recursive: true }));
  return () => directory;
};
