import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { type Database, startDatabase } from "#local/database/start-database.ts";
import { type TableName, tables } from "#shared/storage/tables.ts";
import { tableShape } from "./table-shape.ts";

export interface TestDatabase {
  readonly client: DynamoDBClient;
  /** Makes a table of this shape, empty and nobody else's; answers its name. */
  readonly makeTable: (name: TableName) => Promise<string>;
}

/** The embedded engine for one file of tests. */
export const testDatabase = (): (() => TestDatabase) => {
  let database: Database;
  let client: DynamoDBClient;
  let made = 0;

  beforeAll(async () => {
    // whoever forgets ConsistentRead is answered from a quarter of a second ago
    database = await startDatabase({ eventualDelayMs: 250, ttlSweepMs: 0 });
    client = new DynamoDBClient({
      endpoint: database.endpoint,
      region: "local",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
  });

  afterAll(async () => {
    client.destroy();
    await database.close();
  });

  return () => ({
    client,
    makeTable: async (name) => {
      const TableName = `${name}-${++made}`;
      await client.send(new CreateTableCommand({ TableName, ...tableShape(tables[name]) }));
      return TableName;
    },
  });
};
