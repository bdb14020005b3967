import { randomUUID } from "node:crypto";
import {
  type CancellationReason,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { type Connect, eventually, freshKey, type Item, n, s, scratchTable } from "./scratch-table.ts";

const invalid = { name: "ValidationException" };
const isNew = { ConditionExpression: "attribute_not_exists(residentId)" };

export const transactions = (connect: Connect) =>
  describe("transactions", () => {
    const table = scratchTable(connect);
    const { TableName } = table;

    const transact = (TransactItems: TransactWriteItem[], ClientRequestToken: string = randomUUID()) =>
      connect().send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }));

    const reasonsOf = async (attempt: Promise<unknown>): Promise<readonly CancellationReason[]> => {
      const error = await attempt.catch((thrown: unknown) => thrown);
      if (error instanceof TransactionCanceledException) return error.CancellationReasons ?? [];
      throw error;
    };

    const put = (item: Item, more = {}): TransactWriteItem => ({ Put: { TableName, Item: item, ...more } });
    const increase = (Key: Item, more = {}): TransactWriteItem => ({
      Update: {
        TableName,
        Key,
        UpdateExpression: "SET version = version + :one",
        ExpressionAttributeValues: { ":one": n(1) },
        ...more,
      },
    });

    test("puts, updates, deletes and checks in one go", async () => {
      const [made, changed, deleted, checked] = [freshKey(), freshKey(), freshKey(), freshKey()];
      await table.put({ ...changed, version: n(1) });
      await table.put({ ...deleted, version: n(1) });
      await table.put({ ...checked, version: n(1) });

      await transact([
        put({ ...made, version: n(1) }, isNew),
        increase(changed),
        { Delete: { TableName, Key: deleted } },
        {
          ConditionCheck: {
            TableName,
            Key: checked,
            ConditionExpression: "version = :one",
            ExpressionAttributeValues: { ":one": n(1) },
          },
        },
      ]);

      expect(await table.read(made)).toEqual({ ...made, version: n(1) });
      expect(await table.read(changed)).toEqual({ ...changed, version: n(2) });
      expect(await table.read(deleted)).toBeUndefined();
      expect(await table.read(checked)).toEqual({ ...checked, version: n(1) });
    });

    test("one condition that fails cancels everything, with reasons in order", async () => {
      const [made, taken, changed] = [freshKey(), freshKey(), freshKey()];
      await table.put({ ...taken, version: n(7) });
      await table.put({ ...changed, version: n(1) });

      const reasons = await reasonsOf(
        transact([
          put(made, isNew),
          put(taken, { ...isNew, ReturnValuesOnConditionCheckFailure: "ALL_OLD" }),
          increase(changed),
          { ConditionCheck: { TableName, Key: freshKey(), ConditionExpression: "attribute_exists(residentId)" } },
        ]),
      );

      expect(reasons.map(({ Code }) => Code)).toEqual([
        "None",
        "ConditionalCheckFailed",
        "None",
        "ConditionalCheckFailed",
      ]);
      expect(reasons.map(({ Item }) => Item)).toEqual([undefined, { ...taken, version: n(7) }, undefined, undefined]);
      expect(await table.read(made)).toBeUndefined();
      expect(await table.read(changed)).toEqual({ ...changed, version: n(1) });
    });

    test("an unchecked item is not returned unasked", async () => {
      const taken = freshKey();
      await table.put(taken);

      const [reason] = await reasonsOf(transact([put(taken, isNew)]));

      expect(reason).toMatchObject({ Code: "ConditionalCheckFailed" });
      expect(reason?.Item).toBeUndefined();
    });

    test("a condition check alone writes nothing, also where the item is absent", async () => {
      const key = freshKey();

      await transact([{ ConditionCheck: { TableName, Key: key, ...isNew } }]);

      expect(await table.read(key)).toBeUndefined();
    });

    test("index entries change with their items, or not at all", async () => {
      const [first, second] = [freshKey(), freshKey()];
      const shard = s(randomUUID());
      const entries = () =>
        table.query({
          IndexName: "byShard",
          KeyConditionExpression: "shardKey = :shard",
          ExpressionAttributeValues: { ":shard": shard },
        });

      await reasonsOf(
        transact([
          put({ ...first, shardKey: shard }),
          put({ ...second, shardKey: shard }, { ConditionExpression: "attribute_exists(residentId)" }),
        ]),
      );
      await transact([put({ ...second, shardKey: shard })]);

      await eventually(entries).toEqual([{ ...second, shardKey: shard }]);
    });

    describe("the token", () => {
      test("makes a repetition do nothing", async () => {
        const key = freshKey();
        const token = randomUUID();
        await table.put({ ...key, version: n(1) });

        await transact([increase(key)], token);
        await transact([increase(key)], token);

        expect(await table.read(key)).toEqual({ ...key, version: n(2) });
      });

      test("refuses other parameters", async () => {
        const key = freshKey();
        const token = randomUUID();
        await transact([put(key)], token);

        const other = transact([{ Delete: { TableName, Key: key } }], token);

        await expect(other).rejects.toMatchObject({ name: "IdempotentParameterMismatchException" });
        expect(await table.read(key)).toEqual(key);
      });

      test("is not used up by a cancelled transaction", async () => {
        const key = freshKey();
        const token = randomUUID();
        const bound = { ConditionExpression: "attribute_exists(residentId)" };
        await reasonsOf(transact([increase(key, bound)], token));
        await table.put({ ...key, version: n(1) });

        await transact([increase(key, bound)], token);

        expect(await table.read(key)).toEqual({ ...key, version: n(2) });
      });

      test("two at once apply once", async () => {
        const key = freshKey();
        const token = randomUUID();
        await table.put({ ...key, version: n(1) });

        const both = await Promise.allSettled([transact([increase(key)], token), transact([increase(key)], token)]);

        expect(both.map(({ status }) => status)).toContain("fulfilled");
        expect(await table.read(key)).toEqual({ ...key, version: n(2) });
      });
    });

    describe("limits", () => {
      test("100 items are taken and 101 are invalid", async () => {
        const keys = Array.from({ length: 101 }, () => freshKey());

        await expect(transact(keys.map((key) => put(key)))).rejects.toMatchObject(invalid);
        expect(await table.read(keys[0] ?? {})).toBeUndefined();

        await transact(keys.slice(0, 100).map((key) => put(key)));
        expect(await table.read(keys[99] ?? {})).toEqual(keys[99]);
      });

      test("none at all is invalid", async () => {
        await expect(transact([])).rejects.toMatchObject(invalid);
      });

      test("4 MB are taken and more is invalid", async () => {
        const large = () => put({ ...freshKey(), filling: s("x".repeat(390 * 1024)) });

        await transact(Array.from({ length: 10 }, large));

        await expect(transact(Array.from({ length: 11 }, large))).rejects.toMatchObject(invalid);
      });

      test("an item may be named only once", async () => {
        const key = freshKey();
        const check = { ConditionCheck: { TableName, Key: key, ...isNew } };

        await expect(transact([put(key), { Delete: { TableName, Key: key } }])).rejects.toMatchObject(invalid);
        await expect(transact([check, put(key)])).rejects.toMatchObject(invalid);

        expect(await table.read(key)).toBeUndefined();
      });
    });

    describe("what fails before anything is applied", () => {
      const key = freshKey();
      const wrong: Record<string, TransactWriteItem> = {
        "an update expression": { Update: { TableName, Key: key, UpdateExpression: "SET version +" } },
        "a condition": put(key, { ConditionExpression: "attribute_exists(" }),
        "a value that is not given": put(key, { ConditionExpression: "version = :v" }),
        "a value that is not used": put(key, { ...isNew, ExpressionAttributeValues: { ":v": n(1) } }),
        "two operations in one": { ...put(key), Delete: { TableName, Key: freshKey() } },
      };

      test.each(Object.entries(wrong))("%s", async (_, operation) => {
        const other = freshKey();

        await expect(transact([put(other), operation])).rejects.toMatchObject(invalid);

        expect(await table.read(other)).toBeUndefined();
      });

      test("an unknown table", async () => {
        const other = freshKey();
        const lost = { Put: { TableName: `no-${TableName}`, Item: freshKey() } };

        await expect(transact([put(other), lost])).rejects.toMatchObject({ name: "ResourceNotFoundException" });

        expect(await table.read(other)).toBeUndefined();
      });

      test.each([
        ["an update of what is no number", increase(key, { UpdateExpression: "SET item2 = residentId + :one" })],
        ["a key that does not fit the table", { Delete: { TableName, Key: { residentId: s("x") } } }],
      ] as const)("%s, as a reason", async (_, operation) => {
        const other = freshKey();

        const reasons = await reasonsOf(transact([put(other), operation]));

        expect(reasons.map(({ Code }) => Code)).toEqual(["None", "ValidationError"]);
        expect(await table.read(other)).toBeUndefined();
      });
    });
  });
