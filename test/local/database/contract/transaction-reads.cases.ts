import { TransactGetItemsCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { type Connect, freshKey, type Item, n, s, scratchTable } from "./scratch-table.ts";

export const transactionReads = (connect: Connect) =>
  describe("transactional reads", () => {
    const table = scratchTable(connect);
    const { TableName } = table;

    const readAll = async (keys: readonly Item[], more = {}) => {
      const TransactItems = keys.map((Key) => ({ Get: { TableName, Key, ...more } }));
      return (await connect().send(new TransactGetItemsCommand({ TransactItems }))).Responses ?? [];
    };

    test("gives every item in order, and nothing where there is none", async () => {
      const [first, absent, last] = [freshKey(), freshKey(), freshKey()];
      await table.put({ ...first, version: n(1) });
      await table.put({ ...last, version: n(2) });

      const responses = await readAll([last, absent, first]);

      expect(responses.map(({ Item }) => Item)).toEqual([
        { ...last, version: n(2) },
        undefined,
        { ...first, version: n(1) },
      ]);
    });

    test("gives only what is projected", async () => {
      const key = freshKey();
      await table.put({ ...key, version: n(1), other: n(2) });

      expect(await readAll([key], { ProjectionExpression: "version" })).toEqual([{ Item: { version: n(1) } }]);
    });

    test("more than 100 items are invalid", async () => {
      const keys = Array.from({ length: 101 }, () => freshKey());

      await expect(readAll(keys)).rejects.toMatchObject({ name: "ValidationException" });
    });

    test("more than 4 MB are invalid", async () => {
      const keys = Array.from({ length: 11 }, () => freshKey());
      for (const key of keys) await table.put({ ...key, filling: s("x".repeat(390 * 1024)) });

      expect(await readAll(keys.slice(1))).toHaveLength(10);
      await expect(readAll(keys)).rejects.toMatchObject({ name: "ValidationException" });
    });

    test("never shows half of a transaction", async () => {
      const pair = [freshKey(), freshKey()];
      const setBoth = (version: number) =>
        connect().send(
          new TransactWriteItemsCommand({
            TransactItems: pair.map((key) => ({ Put: { TableName, Item: { ...key, version: n(version) } } })),
          }),
        );
      await setBoth(0);
      const writing = (async () => {
        for (let version = 1; version <= 40; version += 1) await setBoth(version);
      })();

      const seen: (string | undefined)[][] = [];
      const reading = (async () => {
        for (let round = 0; round < 60; round += 1) {
          // a real endpoint may refuse a read that meets a write
          const responses = await readAll(pair).catch(() => []);
          seen.push(responses.map(({ Item }) => Item?.version?.N));
        }
      })();
      await Promise.all([writing, reading]);

      expect(seen.filter(([first, second]) => first !== second)).toEqual([]);
      expect(await table.read(pair[0] ?? {})).toMatchObject({ version: n(40) });
    });
  });
