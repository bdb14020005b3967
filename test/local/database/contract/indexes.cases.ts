import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Connect, eventually, freshKey, type Item, n, s, scratchTable } from "./scratch-table.ts";

export const indexes = (connect: Connect) =>
  describe("indexes", () => {
    const table = scratchTable(connect);

    const inShard = (IndexName: string, shard: string, range = "", values: Item = {}) =>
      table.query({
        IndexName,
        KeyConditionExpression: `shardKey = :shard${range}`,
        ExpressionAttributeValues: { ":shard": s(shard), ...values },
      });
    const due = (shard: string, on: string) => ({ shardKey: s(shard), nextChangeOnResident: s(on) });

    test("a keys-only index holds the keys of both and nothing else", async () => {
      const shard = randomUUID();
      const key = freshKey();
      await table.put({ ...key, ...due(shard, "2024-07-26#a"), total: n(27) });

      await eventually(() => inShard("due", shard)).toEqual([{ ...key, ...due(shard, "2024-07-26#a") }]);
    });

    test("an index that includes attributes holds those", async () => {
      const areaShard = s(randomUUID());
      const key = freshKey();
      await table.put({ ...key, areaShard, total: n(27), other: n(1) });

      const found = () =>
        table.query({
          IndexName: "byArea",
          KeyConditionExpression: "areaShard = :a",
          ExpressionAttributeValues: { ":a": areaShard },
        });

      await eventually(found).toEqual([{ ...key, areaShard, total: n(27) }]);
    });

    test("an item without all keys of an index is not in it", async () => {
      const shard = randomUUID();
      const whole = freshKey();
      await table.put({ ...whole, ...due(shard, "2024-07-26#a") });
      const half = { ...freshKey(), shardKey: s(shard) };
      await table.put(half);

      await eventually(async () => (await inShard("byShard", shard)).length).toBe(2);
      expect(await inShard("due", shard)).toEqual([{ ...whole, ...due(shard, "2024-07-26#a") }]);
    });

    test("an entry moves with its key, and goes when the key or the item goes", async () => {
      const [from, to] = [randomUUID(), randomUUID()];
      const key = freshKey();
      const moveTo = (shard: string) =>
        table.update(key, { UpdateExpression: "SET shardKey = :s", ExpressionAttributeValues: { ":s": s(shard) } });
      const counts = async () => [(await inShard("byShard", from)).length, (await inShard("byShard", to)).length];

      await moveTo(from);
      await eventually(counts).toEqual([1, 0]);
      await moveTo(to);
      await eventually(counts).toEqual([0, 1]);
      await table.update(key, { UpdateExpression: "REMOVE shardKey" });
      await eventually(counts).toEqual([0, 0]);
      await moveTo(from);
      await eventually(counts).toEqual([1, 0]);
      await table.remove(key);
      await eventually(counts).toEqual([0, 0]);
    });

    test("items that share an index key all stand in the index", async () => {
      const shard = randomUUID();
      // the first 24 bits of the hash by which dynalite tells entries apart are the same for both
      const alike = ["r2638", "r2682"].map((id) => ({ residentId: s(id), item: s("current"), shardKey: s(shard) }));
      for (const item of alike) await table.put(item);

      await eventually(async () => (await inShard("byShard", shard)).length).toBe(2);
      await table.remove({ residentId: s("r2638"), item: s("current") });
      await eventually(() => inShard("byShard", shard)).toEqual([alike[1]]);
    });

    test("a range of the sort key is found in order, both ways", async () => {
      const shard = randomUUID();
      const days = ["2024-07-25", "2024-07-26", "2024-07-27", "2024-08-01"];
      for (const day of days.toReversed()) await table.put({ ...freshKey(), ...due(shard, `${day}#x`) });
      const found = async (range: string, values: Item) =>
        (await inShard("due", shard, ` AND ${range}`, values)).map((entry) =>
          entry.nextChangeOnResident?.S?.slice(0, 10),
        );

      await eventually(() => found("nextChangeOnResident <= :to", { ":to": s("2024-07-26~") })).toEqual(
        days.slice(0, 2),
      );
      await eventually(() => found("nextChangeOnResident > :d", { ":d": s("2024-07-26#x") })).toEqual(days.slice(2));
      expect(await found("begins_with(nextChangeOnResident, :m)", { ":m": s("2024-07") })).toEqual(days.slice(0, 3));
      expect(
        await found("nextChangeOnResident BETWEEN :a AND :b", { ":a": s("2024-07-26"), ":b": s("2024-07-28") }),
      ).toEqual(days.slice(1, 3));
      const backwards = await table.query({
        IndexName: "due",
        KeyConditionExpression: "shardKey = :shard",
        ExpressionAttributeValues: { ":shard": s(shard) },
        ScanIndexForward: false,
        Limit: 2,
      });
      expect(backwards.map((entry) => entry.nextChangeOnResident?.S)).toEqual(["2024-08-01#x", "2024-07-27#x"]);
    });

    test("an index cannot be read consistently", async () => {
      const attempt = table.query({
        IndexName: "due",
        KeyConditionExpression: "shardKey = :shard",
        ExpressionAttributeValues: { ":shard": s("x") },
        ConsistentRead: true,
      });

      await expect(attempt).rejects.toMatchObject({ name: "ValidationException" });
    });

    test("an unknown index and an index key of another type are invalid", async () => {
      await expect(inShard("unknown", "x")).rejects.toMatchObject({ name: "ValidationException" });
      await expect(table.put({ ...freshKey(), shardKey: n(1) })).rejects.toMatchObject({ name: "ValidationException" });
    });
  });
