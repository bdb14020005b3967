import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { startDatabase } from "#local/database/start-database.ts";
import { n, s } from "./contract/scratch-table.ts";
import { clientOf, scratchDirectory } from "./embedded.ts";

const TableName = "residents";
const Key = { residentId: s("r1") };

const createTable = new CreateTableCommand({
  TableName,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: [
    { AttributeName: "residentId", AttributeType: "S" },
    { AttributeName: "area", AttributeType: "S" },
  ],
  KeySchema: [{ AttributeName: "residentId", KeyType: "HASH" }],
  GlobalSecondaryIndexes: [
    {
      IndexName: "byArea",
      KeySchema: [{ AttributeName: "area", KeyType: "HASH" }],
      Projection: { ProjectionType: "ALL" },
    },
  ],
});

const increment = new TransactWriteItemsCommand({
  ClientRequestToken: "an-increment",
  TransactItems: [
    {
      Update: {
        TableName,
        Key,
        UpdateExpression: "SET version = version + :one",
        ExpressionAttributeValues: { ":one": n(1) },
      },
    },
  ],
});

describe("a directory", () => {
  const directory = scratchDirectory();

  const during = async (work: (client: DynamoDBClient) => Promise<void>) => {
    const database = await startDatabase({ directory: directory() });
    const client = clientOf(database.endpoint);
    await work(client);
    client.destroy();
    await database.close();
  };

  test("keeps tables, items, index entries, expiry and tokens over a restart", async () => {
    await during(async (client) => {
      await client.send(createTable);
      await client.send(new PutItemCommand({ TableName, Item: { ...Key, area: s("339901"), version: n(1) } }));
      await client.send(increment);
      await client.send(
        new UpdateTimeToLiveCommand({
          TableName,
          TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
        }),
      );
    });

    await during(async (client) => {
      const item = { ...Key, area: s("339901"), version: n(2) };
      await client.send(increment);

      expect((await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item).toEqual(item);
      const inArea = await client.send(
        new QueryCommand({
          TableName,
          IndexName: "byArea",
          KeyConditionExpression: "area = :area",
          ExpressionAttributeValues: { ":area": item.area },
        }),
      );
      expect(inArea.Items).toEqual([item]);
      const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
      expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: "ENABLED", AttributeName: "expiresAt" });
    });
  });

  test("belongs to one engine at a time", async () => {
    const first = await startDatabase({ directory: directory() });

    await expect(startDatabase({ directory: directory() })).rejects.toThrow("is another process using it?");

    await first.close();
  });
});

test("a port that is taken is named", async () => {
  const first = await startDatabase();
  const port = Number(new URL(first.endpoint).port);

  await expect(startDatabase({ port })).rejects.toThrow(`cannot listen on port ${port}`);

  await first.close();
});

test("two engines in one process know nothing of each other", async () => {
  const [one, other] = await Promise.all([startDatabase(), startDatabase()]);
  const [client, stranger] = [clientOf(one.endpoint), clientOf(other.endpoint)];
  await client.send(createTable);

  const attempt = stranger.send(new GetItemCommand({ TableName, Key }));

  await expect(attempt).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  await Promise.all([one.close(), other.close()]);
});

test("closing waits for the writes under way and for no idle client", async () => {
  const database = await startDatabase();
  const client = clientOf(database.endpoint);
  await client.send(createTable);
  const writes = Array.from({ length: 20 }, (_, number) =>
    client.send(new PutItemCommand({ TableName, Item: { residentId: s(`r${number}`) } })),
  );
  await Promise.race(writes);

  await database.close();

  const outcomes = await Promise.allSettled(writes);
  expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
});
