import { randomUUID } from "node:crypto";
import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  BatchWriteItemCommand,
  type KeysAndAttributes,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { type Connect, eventually, freshKey, type Item, n, s, scratchTable } from "./scratch-table.ts";

const invalid = { name: "ValidationException" };

export const batches = (connect: Connect) =>
  describe("batches", () => {
    const table = scratchTable(connect);
    const { TableName } = table;

    const writeAll = (requests: WriteRequest[], name = TableName) =>
      connect().send(new BatchWriteItemCommand({ RequestItems: { [name]: requests } }));
    const put = (item: Item): WriteRequest => ({ PutRequest: { Item: item } });
    const remove = (key: Item): WriteRequest => ({ DeleteRequest: { Key: key } });
    const freshKeys = (length: number) => Array.from({ length }, () => freshKey());

    const readAll = (Keys: Item[], more: Partial<KeysAndAttributes> = {}): Promise<BatchGetItemCommandOutput> =>
      connect().send(
        new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true, ...more } } }),
      );
    const numbersIn = ({ Responses }: BatchGetItemCommandOutput) =>
      (Responses?.[TableName] ?? []).map(({ number }) => Number(number?.N)).toSorted((a, b) => a - b);

    test("25 puts and deletions are done together", async () => {
      const keys = freshKeys(25);
      await writeAll(keys.map((key) => put({ ...key, number: n(1) })));

      const { UnprocessedItems } = await writeAll(
        keys.map((key, index) => (index % 2 === 0 ? remove(key) : put({ ...key, number: n(index) }))),
      );

      expect(UnprocessedItems).toEqual({});
      expect(numbersIn(await readAll(keys))).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23]);
    });

    test("26 writes are invalid, and so is one item twice", async () => {
      const key = freshKey();

      await expect(writeAll(freshKeys(26).map(put))).rejects.toMatchObject(invalid);
      await expect(writeAll([put(key), remove(key)])).rejects.toMatchObject(invalid);

      expect(await table.read(key)).toBeUndefined();
    });

    test("a batch writes index entries too", async () => {
      const shard = s(randomUUID());
      await writeAll(freshKeys(5).map((key) => put({ ...key, shardKey: shard })));

      const found = () =>
        table.query({
          IndexName: "byShard",
          KeyConditionExpression: "shardKey = :s",
          ExpressionAttributeValues: { ":s": shard },
        });

      await eventually(async () => (await found()).length).toBe(5);
    });

    test("100 items are read together, absent ones left out, and 101 are invalid", async () => {
      const keys = freshKeys(101);
      await writeAll(keys.slice(0, 20).map((key, number) => put({ ...key, number: n(number) })));

      expect(numbersIn(await readAll(keys.slice(0, 100)))).toEqual(Array.from({ length: 20 }, (_, number) => number));
      await expect(readAll(keys)).rejects.toMatchObject(invalid);
    });

    test("a key twice is invalid", async () => {
      const key = freshKey();

      await expect(readAll([key, key])).rejects.toMatchObject(invalid);
    });

    test("what does not fit one answer is asked for again, projected alike", async () => {
      const keys = freshKeys(10);
      const filling = s("x".repeat(350 * 1024));
      for (const [number, key] of keys.entries()) await table.put({ ...key, filling, number: n(number), other: n(1) });

      let left: BatchGetItemCommandOutput["UnprocessedKeys"] = {
        [TableName]: {
          Keys: keys,
          ConsistentRead: true,
          ProjectionExpression: "filling, #n",
          ExpressionAttributeNames: { "#n": "number" },
        },
      };
      const found: Item[] = [];
      while (left && Object.keys(left).length > 0) {
        const answer: BatchGetItemCommandOutput = await connect().send(new BatchGetItemCommand({ RequestItems: left }));
        found.push(...(answer.Responses?.[TableName] ?? []));
        left = answer.UnprocessedKeys;
      }

      expect(found.map(({ number }) => Number(number?.N)).toSorted((a, b) => a - b)).toEqual([...keys.keys()]);
      expect(found.flatMap(Object.keys).filter((name) => name !== "filling" && name !== "number")).toEqual([]);
    });

    test("an unknown table is named", async () => {
      const attempt = writeAll([put(freshKey())], `no-${TableName}`);

      await expect(attempt).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    });
  });
