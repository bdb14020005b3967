import { DescribeTableCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { DescribeStreamCommand, GetRecordsCommand, ListStreamsCommand } from "@aws-sdk/client-dynamodb-streams";
import { beforeAll, describe, expect, test } from "vitest";
import { everyWrite } from "./every-write.ts";
import { type Connect, eventually, freshKey, type Item, n, s, scratchTable } from "./scratch-table.ts";
import { type StreamReader, type StreamRecord, streamReader } from "./stream-reader.ts";

const seen = ({ eventName, dynamodb }: StreamRecord) => [eventName, dynamodb?.OldImage, dynamodb?.NewImage];

export const streams = (connect: Connect) =>
  describe("streams", () => {
    const table = scratchTable(connect);
    const { TableName } = table;
    let stream: StreamReader;
    beforeAll(async () => {
      stream = await streamReader(connect, TableName);
    });

    const changesOf = async (key: Item) => (await stream.recordsOf(key)).map(seen);

    test("a table's stream is named, listed and described", async () => {
      const { Table } = await connect().send(new DescribeTableCommand({ TableName }));
      const { Streams } = await stream.client.send(new ListStreamsCommand({ TableName }));
      const { StreamDescription } = await stream.client.send(new DescribeStreamCommand({ StreamArn: stream.arn }));

      const name = { StreamArn: stream.arn, StreamLabel: Table?.LatestStreamLabel };
      expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" });
      expect(stream.arn).toContain(`table/${TableName}/stream/${Table?.LatestStreamLabel}`);
      expect(Streams).toEqual([{ ...name, TableName }]);
      expect(StreamDescription).toMatchObject({
        ...name,
        TableName,
        StreamStatus: "ENABLED",
        StreamViewType: "NEW_AND_OLD_IMAGES",
        KeySchema: [
          { AttributeName: "residentId", KeyType: "HASH" },
          { AttributeName: "item", KeyType: "RANGE" },
        ],
      });
      expect(stream.shardIds.length).toBeGreaterThan(0);
    });

    test.each(["put", "update", "batch write", "transaction"] as const)(
      "a %s is streamed with the old and the new image",
      async (way) => {
        const key = freshKey();
        const [first, second] = [1, 2].map((version) => ({ ...key, version: n(version) }));
        const write = everyWrite(connect, TableName)[way];

        await write(key, 1);
        await write(key, 2);

        await eventually(() => changesOf(key)).toEqual([
          ["INSERT", undefined, first],
          ["MODIFY", first, second],
        ]);
      },
    );

    test("a record says what, when, where and how much", async () => {
      const key = freshKey();
      const bytes = Buffer.from([0, 255]);
      await table.put({ ...key, packed: { B: bytes } });

      await eventually(() => changesOf(key)).toHaveLength(1);

      const [record] = await stream.recordsOf(key);
      expect(record).toMatchObject({
        eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
        eventVersion: "1.1",
        eventSource: "aws:dynamodb",
        dynamodb: {
          Keys: key,
          SequenceNumber: expect.stringMatching(/^\d{21,40}$/),
          SizeBytes: 2 * (10 + 36 + 4 + 7) + 6 + 2,
          StreamViewType: "NEW_AND_OLD_IMAGES",
        },
      });
      expect(Buffer.from(record?.dynamodb?.NewImage?.packed?.B ?? [])).toEqual(bytes);
      const age = Date.now() - Number(record?.dynamodb?.ApproximateCreationDateTime);
      expect(Math.abs(age)).toBeLessThan(60_000);
      expect(record?.userIdentity).toBeUndefined();
    });

    test("a removal is streamed with what there was", async () => {
      const key = freshKey();
      const item = { ...key, version: n(1) };
      await table.put(item);

      await table.remove(key);
      await table.remove(key);

      await eventually(() => changesOf(key)).toHaveLength(2);
      expect((await changesOf(key))[1]).toEqual(["REMOVE", item, undefined]);
    });

    test("what changes nothing is not streamed", async () => {
      const key = freshKey();
      const [one, other] = [freshKey(), freshKey()];
      const item = { ...key, steps: { L: [n(1), s("a")] }, pension: { M: { a: n(1), b: { SS: ["x", "y"] } } } };
      await table.put(item);
      await table.put({ pension: { M: { b: { SS: ["y", "x"] }, a: n(1) } }, steps: { L: [n(1), s("a")] }, ...key });
      await table.update(key, { UpdateExpression: "SET pension.a = :a", ExpressionAttributeValues: { ":a": n(1) } });
      const neverHolds = { ConditionExpression: "attribute_not_exists(residentId)" };
      await expect(table.put({ ...key, version: n(2) }, neverHolds)).rejects.toThrow();
      const transaction = connect().send(
        new TransactWriteItemsCommand({
          TransactItems: [
            { Put: { TableName, Item: one } },
            { ConditionCheck: { TableName, Key: other, ConditionExpression: "attribute_exists(residentId)" } },
          ],
        }),
      );
      await expect(transaction).rejects.toThrow();

      await table.remove(key);

      const names = async () => (await stream.recordsOf(key)).map(({ eventName }) => eventName);
      await eventually(names).toEqual(["INSERT", "REMOVE"]);
      expect(await changesOf(one)).toEqual([]);
      expect(await changesOf(other)).toEqual([]);
    });

    test("all items of a partition key are in one shard, in the order of their changes", async () => {
      const keys = Array.from({ length: 8 }, () => freshKey());
      for (const version of [1, 2, 3, 4]) {
        await Promise.all(
          keys.map((key) => table.put({ ...key, item: s(`item-${version % 2}`), version: n(version) })),
        );
      }

      for (const { residentId } of keys) {
        await eventually(() => stream.recordsOf({ residentId })).toHaveLength(4);
        const shards = await Promise.all(stream.shardIds.map((shardId) => stream.records(shardId)));
        const mine = shards
          .map((records) => records.filter(({ dynamodb }) => dynamodb?.Keys?.residentId?.S === residentId.S))
          .filter((records) => records.length > 0);
        expect(mine).toHaveLength(1);
        expect(mine[0]?.map(({ dynamodb }) => dynamodb?.NewImage?.version?.N)).toEqual(["1", "2", "3", "4"]);
        const numbers = mine[0]?.map(({ dynamodb }) => BigInt(dynamodb?.SequenceNumber ?? 0)) ?? [];
        expect(numbers).toEqual(numbers.toSorted((one, other) => (one < other ? -1 : 1)));
      }
    });

    test("an iterator begins where it was asked to, and each page names the next", async () => {
      const key = freshKey();
      await table.put({ ...key, version: n(1) });
      await eventually(() => stream.recordsOf(key)).toHaveLength(1);
      const latest = await Promise.all(stream.shardIds.map((shardId) => stream.iterator(shardId, "LATEST")));
      for (const version of [2, 3, 4]) await table.put({ ...key, version: n(version) });
      await eventually(() => stream.recordsOf(key)).toHaveLength(4);
      const found = await Promise.all(stream.shardIds.map(async (id) => ({ id, records: await stream.records(id) })));
      const shard = found.find(({ records }) =>
        records.some(({ dynamodb }) => dynamodb?.Keys?.residentId?.S === key.residentId.S),
      );
      const second = (await stream.recordsOf(key))[1]?.dynamodb?.SequenceNumber;

      const read = async (ShardIterator: string | undefined, Limit?: number) => {
        const { Records = [], NextShardIterator } = await stream.client.send(
          new GetRecordsCommand({ ShardIterator, ...(Limit && { Limit }) }),
        );
        return { versions: Records.map(({ dynamodb }) => dynamodb?.NewImage?.version?.N), next: NextShardIterator };
      };
      const afterLatest = await Promise.all(latest.map(async (iterator) => (await read(iterator)).versions));
      const at = await read(await stream.iterator(shard?.id ?? "", "AT_SEQUENCE_NUMBER", second), 1);
      const after = await read(await stream.iterator(shard?.id ?? "", "AFTER_SEQUENCE_NUMBER", second));
      const rest = await read(at.next);

      expect(afterLatest.flat()).toEqual(["2", "3", "4"]);
      expect(at.versions).toEqual(["2"]);
      expect(after.versions).toEqual(["3", "4"]);
      expect(rest.versions).toEqual(["3", "4"]);
      expect((await read(rest.next)).versions).toEqual([]);
    });

    test("a stream, a shard and an iterator that are none are refused", async () => {
      const unknown = { name: "ResourceNotFoundException" };
      const absent = `${stream.arn.slice(0, -1)}x`;

      await expect(stream.client.send(new DescribeStreamCommand({ StreamArn: absent }))).rejects.toMatchObject(unknown);
      await expect(stream.iterator(`shardId-${"9".repeat(20)}-00000000`, "LATEST")).rejects.toMatchObject(unknown);
      await expect(stream.client.send(new GetRecordsCommand({ ShardIterator: "none" }))).rejects.toMatchObject({
        name: "ValidationException",
      });
    });
  });
