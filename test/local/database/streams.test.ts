import {
  CreateTableCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  PutItemCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { GetRecordsCommand, ListStreamsCommand } from "@aws-sdk/client-dynamodb-streams";
import { describe, expect, test, vi } from "vitest";
import { issueIterator, readIterator } from "#local/database/shard-iterator.ts";
import { type Database, type DatabaseOptions, startDatabase } from "#local/database/start-database.ts";
import { eventually, freshKey, type Item, n, s, scratchDefinition } from "./contract/scratch-table.ts";
import { type StreamReader, streamReader, streamsOf } from "./contract/stream-reader.ts";
import { clientOf, scratchDirectory } from "./embedded.ts";

const TableName = "residents";
const anHour = 60 * 60 * 1000;
const trimmed = { name: "TrimmedDataAccessException" };

interface Running {
  readonly database: Database;
  readonly client: DynamoDBClient;
  readonly stream: StreamReader;
  readonly put: (item: Item) => Promise<unknown>;
}

const during = async (work: (running: Running) => Promise<void>, options: DatabaseOptions = {}) => {
  const database = await startDatabase(options);
  const client = clientOf(database.endpoint);
  await client.send(new CreateTableCommand({ TableName, ...scratchDefinition })).catch(() => undefined);
  try {
    const put = (Item: Item) => client.send(new PutItemCommand({ TableName, Item }));
    await work({ database, client, put, stream: await streamReader(() => client, TableName) });
  } finally {
    client.destroy();
    await database.close();
  }
};

const lastNumber = async (stream: StreamReader) =>
  (await stream.records())
    .map(({ dynamodb }) => dynamodb?.SequenceNumber ?? "")
    .toSorted()
    .at(-1) ?? "";

test("who listens hears which shard has a record, and of no write that leaves none", async () => {
  const heard: string[] = [];
  await during(
    async ({ put }) => {
      const item = freshKey();

      await put(item);
      await put(item);

      expect(heard).toEqual([expect.stringMatching(new RegExp(`^${TableName} shardId-[0-9-]+$`))]);
    },
    { recorded: (shards) => heard.push(...shards) },
  );
});

test("what time to live removes is the service's removal", () =>
  during(
    async ({ client, put, stream }) => {
      const TimeToLiveSpecification = { AttributeName: "expiresAt", Enabled: true };
      await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
      const expired = { ...freshKey(), expiresAt: n(Math.floor(Date.now() / 1000) - 2) };
      await put(expired);

      await eventually(() => stream.records()).toHaveLength(2);

      const removal = (await stream.records()).at(-1);
      expect(removal).toMatchObject({ eventName: "REMOVE", dynamodb: { OldImage: expired } });
      expect(removal?.userIdentity).toEqual({ Type: "Service", PrincipalId: "dynamodb.amazonaws.com" });
    },
    { ttlSweepMs: 20 },
  ));

test("records that are aged beyond 24 hours are gone, and asking for what followed them is refused", () =>
  during(async ({ database, put, stream }) => {
    const key = freshKey();
    for (const version of [1, 2, 3]) await put({ ...key, version: n(version) });
    const [first, , third] = (await stream.records()).map(({ dynamodb }) => dynamodb?.SequenceNumber ?? "");
    const shards = await Promise.all(stream.shardIds.map(async (id) => ({ id, records: await stream.records(id) })));
    const shard = shards.find(({ records }) => records.length > 0)?.id ?? "";
    const old = await stream.iterator(shard, "AFTER_SEQUENCE_NUMBER", first);
    await database.ageStreamRecords(23);
    const aged = await stream.records();

    await database.ageStreamRecords(2);
    await put({ ...key, version: n(4) });

    expect(aged).toHaveLength(3);
    const age = Date.now() - Number(aged[0]?.dynamodb?.ApproximateCreationDateTime);
    expect(age / anHour).toBeCloseTo(23, 1);
    expect((await stream.records()).map(({ dynamodb }) => dynamodb?.NewImage?.version?.N)).toEqual(["4"]);
    await expect(stream.client.send(new GetRecordsCommand({ ShardIterator: old }))).rejects.toMatchObject(trimmed);
    await expect(stream.iterator(shard, "AFTER_SEQUENCE_NUMBER", first)).rejects.toMatchObject(trimmed);
    await expect(stream.iterator(shard, "AT_SEQUENCE_NUMBER", third)).rejects.toMatchObject(trimmed);
    // nothing that followed it is lost
    expect(await stream.iterator(shard, "AFTER_SEQUENCE_NUMBER", third)).toEqual(expect.any(String));
  }));

test("more records than are trimmed at a time are trimmed, and the younger ones stay", () =>
  during(async ({ database, put, stream }) => {
    const old = Array.from({ length: 2100 }, () => freshKey());
    for (let start = 0; start < old.length; start += 100) await Promise.all(old.slice(start, start + 100).map(put));
    expect(await stream.records()).toHaveLength(2100);

    await database.ageStreamRecords(25);

    expect(await stream.records()).toEqual([]);
  }));

test("a record is trimmed by the sweep once it is older than 24 hours", async () => {
  const clock = vi.spyOn(Date, "now");
  await during(
    async ({ put, stream }) => {
      await put(freshKey());
      expect(await stream.records()).toHaveLength(1);

      clock.mockImplementation(() => performance.timeOrigin + performance.now() + 25 * anHour);

      await eventually(() => stream.records()).toEqual([]);
    },
    { ttlSweepMs: 20 },
  ).finally(() => clock.mockRestore());
});

test("a stream goes with its table, and one made anew has another", () =>
  during(async ({ client, put, stream }) => {
    await put(freshKey());
    const list = async () => (await (await streamsOf(() => client)).send(new ListStreamsCommand({}))).Streams;
    await client.send(new DeleteTableCommand({ TableName }));
    expect(await list()).toEqual([]);
    await client.send(new CreateTableCommand({ TableName, ...scratchDefinition }));

    const anew = await streamReader(() => client, TableName);

    expect(anew.arn).not.toBe(stream.arn);
    expect(await anew.records()).toEqual([]);
  }));

test("an iterator expires after 15 minutes", () => {
  const clock = vi.spyOn(Date, "now");
  const iterator = issueIterator({ stream: "stream", shard: "shard", after: "1" });
  clock.mockReturnValue(Date.now() + 15 * 60 * 1000 + 1000);

  expect(() => readIterator(iterator)).toThrow("15 minutes");

  clock.mockRestore();
});

describe("over a restart", () => {
  const directory = scratchDirectory();

  test("records stay, and numbers go on even after all of them were trimmed", async () => {
    let before = "";
    await during(
      async ({ database, put, stream }) => {
        await put({ ...freshKey(), name: s("one") });
        await put({ ...freshKey(), name: s("two") });
        before = await lastNumber(stream);
        await database.ageStreamRecords(25);
        expect(await stream.records()).toEqual([]);
      },
      { directory: directory() },
    );

    await during(({ put }) => put(freshKey()).then(() => undefined), { directory: directory() });

    await during(
      async ({ stream }) => {
        expect(await stream.records()).toHaveLength(1);
        expect((await lastNumber(stream)) > before).toBe(true);
      },
      { directory: directory() },
    );
  });
});
