import { CreateTableCommand, DynamoDBClient, type KeySchemaElement } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { type Database, startDatabase } from "#local/database/start-database.ts";
import { type KeyDefinition, type TableDefinition, type TableName, tables } from "#shared/storage/tables.ts";

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
      await client.send(new CreateTableCommand({ TableName, ...shapeOf(tables[name]) }));
      return TableName;
    },
  });
};

const shapeOf = ({ keys, indexes }: TableDefinition) => ({
  BillingMode: "PAY_PER_REQUEST" as const,
  AttributeDefinitions: [...new Set([keys, ...indexes.map((index) => index.keys)].flatMap(namesIn))].map(
    (AttributeName) => ({ AttributeName, AttributeType: "S" as const }),
  ),
  KeySchema: schemaOf(keys),
  ...(indexes.length > 0 && {
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: schemaOf(index.keys),
      Projection: { ProjectionType: "KEYS_ONLY" as const },
    })),
  }),
});

const namesIn = ({ partition, sort }: KeyDefinition): string[] =>
  sort === undefined ? [partition] : [partition, sort];

const schemaOf = ({ partition, sort }: KeyDefinition): KeySchemaElement[] => [
  { AttributeName: partition, KeyType: "HASH" },
  ...(sort === undefined ? [] : [{ AttributeName: sort, KeyType: "RANGE" as const }]),
];
