import { BatchGetItemCommand, ScanCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { freshKey, type Item, n, s, scratchTable } from "./contract/scratch-table.ts";
import { embedded, scratchDirectory } from "./embedded.ts";

describe("at once", () => {
  const directory = scratchDirectory();
  const connect = embedded(() => ({ directory: directory() }));
  const table = scratchTable(connect);
  const { TableName } = table;

  const all = (length: number, make: (index: number) => Promise<unknown>) =>
    Promise.allSettled(Array.from({ length }, (_, index) => make(index)));
  const countOf = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
    outcomes.filter(({ status }) => status === "fulfilled").length;

  test("of forty first puts one succeeds", async () => {
    const key = freshKey();

    const outcomes = await all(40, (index) =>
      table.put({ ...key, version: n(index) }, { ConditionExpression: "attribute_not_exists(residentId)" }),
    );

    expect(countOf(outcomes)).toBe(1);
  });

  test("no increment is lost, be it an update or part of a transaction", async () => {
    const key = freshKey();
    const increment = {
      UpdateExpression: "SET version = if_not_exists(version, :zero) + :one",
      ExpressionAttributeValues: { ":zero": n(0), ":one": n(1) },
    };

    await all(40, (index) =>
      index % 2 === 0
        ? table.update(key, increment)
        : connect().send(
            new TransactWriteItemsCommand({
              TransactItems: [
                { Update: { TableName, Key: key, ...increment } },
                { Put: { TableName, Item: freshKey() } },
              ],
            }),
          ),
    );

    expect(await table.read(key)).toEqual({ ...key, version: n(40) });
  });

  test("each version is claimed once, and as many are claimed as succeed", async () => {
    const key = freshKey();
    await table.put({ ...key, version: n(0) });

    const claim = async (): Promise<number> => {
      const version = Number((await table.read(key))?.version?.N);
      await connect().send(
        new TransactWriteItemsCommand({
          TransactItems: [
            {
              Put: {
                TableName,
                Item: { ...key, version: n(version + 1) },
                ConditionExpression: "version = :v",
                ExpressionAttributeValues: { ":v": n(version) },
              },
            },
            {
              Put: {
                TableName,
                Item: { residentId: key.residentId, item: s(`change#${version + 1}`) },
                ConditionExpression: "attribute_not_exists(residentId)",
              },
            },
          ],
        }),
      );
      return version;
    };
    const claimed = countOf(await all(40, claim));

    expect(claimed).toBeGreaterThan(0);
    expect(await table.read(key)).toMatchObject({ version: n(claimed) });
    expect(
      await table.query({
        KeyConditionExpression: "residentId = :r AND begins_with(#i, :change)",
        ExpressionAttributeNames: { "#i": "item" },
        ExpressionAttributeValues: { ":r": key.residentId, ":change": s("change#") },
        ConsistentRead: true,
      }),
    ).toHaveLength(claimed);
  });

  describe("half a transaction is never seen", () => {
    const residentId = freshKey().residentId;
    const halves = ["current", "change"].map((item) => ({ residentId, item: s(item) }));
    const writeBoth = (version: number) =>
      connect().send(
        new TransactWriteItemsCommand({
          TransactItems: halves.map((key) => ({
            Put: { TableName, Item: { ...key, version: n(version), shardKey: residentId } },
          })),
        }),
      );

    const reads: Record<string, () => Promise<readonly Item[] | undefined>> = {
      "a query": () =>
        table.query({
          KeyConditionExpression: "residentId = :r",
          ExpressionAttributeValues: { ":r": residentId },
          ConsistentRead: true,
        }),
      "an eventual query": () =>
        table.query({ KeyConditionExpression: "residentId = :r", ExpressionAttributeValues: { ":r": residentId } }),
      "an index": () =>
        table.query({
          IndexName: "byShard",
          KeyConditionExpression: "shardKey = :r",
          ExpressionAttributeValues: { ":r": residentId },
        }),
      "a batch": async () => {
        const RequestItems = { [TableName]: { Keys: halves, ConsistentRead: true } };
        return (await connect().send(new BatchGetItemCommand({ RequestItems }))).Responses?.[TableName];
      },
      "a scan": async () => {
        const { Items } = await connect().send(new ScanCommand({ TableName, ConsistentRead: true }));
        return Items?.filter((item) => item.residentId?.S === residentId.S);
      },
    };

    test.each(Object.keys(reads))("by %s", async (kind) => {
      const seen: (string | undefined)[][] = [];
      let isReading = true;
      const writing = (async () => {
        for (let version = 1; isReading; version += 1) await writeBoth(version);
      })();
      for (let round = 0; round < 40; round += 1) {
        seen.push(((await reads[kind]?.()) ?? []).map(({ version }) => version?.N));
      }
      isReading = false;
      await writing;

      expect(new Set(seen.flat()).size).toBeGreaterThan(1);
      expect(seen.filter((versions) => versions.length === 1 || versions[0] !== versions[1])).toEqual([]);
    });
  });
});
