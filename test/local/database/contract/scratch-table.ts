import { randomUUID } from "node:crypto";
import {
  type AttributeValue,
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  DeleteTableCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, vi } from "vitest";

export type Connect = () => DynamoDBClient;
export type Item = Record<string, AttributeValue>;

export const s = (text: string): AttributeValue => ({ S: text });
export const n = (value: number): AttributeValue => ({ N: String(value) });

/** A key that no other test has. */
export const freshKey = (item = "current"): { residentId: AttributeValue; item: AttributeValue } => ({
  residentId: s(randomUUID()),
  item: s(item),
});

/** For what an index or an eventual read shows sooner or later. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000, interval: 20 });

export interface ScratchTable {
  readonly TableName: string;
  readonly put: (item: Item, more?: Partial<PutItemCommandInput>) => Promise<Item | undefined>;
  readonly update: (key: Item, input: Partial<UpdateItemCommandInput>) => Promise<Item | undefined>;
  readonly remove: (key: Item, more?: Partial<DeleteItemCommandInput>) => Promise<Item | undefined>;
  /** A consistent read. */
  readonly read: (key: Item) => Promise<Item | undefined>;
  readonly query: (input: Partial<QueryCommandInput>) => Promise<readonly Item[]>;
}

/** Lasts as long as the tests around it. The index `byShard` has no sort key, so that entries share an index key. */
export const scratchTable = (connect: Connect): ScratchTable => {
  const TableName = `contract-${randomUUID()}`;
  // a real endpoint, or a busy machine, takes its time
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

  beforeAll(async () => {
    await connect().send(new CreateTableCommand({ TableName, ...scratchDefinition }));
    await waitUntilTableExists({ client: connect(), maxWaitTime: 60, minDelay: 1 }, { TableName });
  });
  afterAll(async () => {
    await connect().send(new DeleteTableCommand({ TableName }));
  });

  return {
    TableName,
    put: async (Item, more) => (await connect().send(new PutItemCommand({ TableName, Item, ...more }))).Attributes,
    update: async (Key, input) =>
      (await connect().send(new UpdateItemCommand({ TableName, Key, ...input }))).Attributes,
    remove: async (Key, more) => (await connect().send(new DeleteItemCommand({ TableName, Key, ...more }))).Attributes,
    read: async (Key) => {
      const { Item } = await connect().send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return Item && withSortedSets(Item);
    },
    query: async (input) => (await connect().send(new QueryCommand({ TableName, ...input }))).Items ?? [],
  };
};

// a set has no order, and each engine gives it another
const withSortedSets = (item: Item): Item =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, value.SS ? { SS: value.SS.toSorted() } : value]),
  );

const attributes = ["residentId", "item", "shardKey", "nextChangeOnResident", "areaShard"];

export const scratchDefinition = {
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: "S" as const })),
  KeySchema: [
    { AttributeName: "residentId", KeyType: "HASH" },
    { AttributeName: "item", KeyType: "RANGE" },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: "due",
      KeySchema: [
        { AttributeName: "shardKey", KeyType: "HASH" },
        { AttributeName: "nextChangeOnResident", KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "KEYS_ONLY" },
    },
    {
      IndexName: "byArea",
      KeySchema: [
        { AttributeName: "areaShard", KeyType: "HASH" },
        { AttributeName: "residentId", KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["total"] },
    },
    {
      IndexName: "byShard",
      KeySchema: [{ AttributeName: "shardKey", KeyType: "HASH" }],
      Projection: { ProjectionType: "ALL" },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
} satisfies Omit<CreateTableCommandInput, "TableName">;
