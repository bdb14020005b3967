import { describe, expect, test } from "vitest";
import { type Connect, freshKey, n, s, scratchTable } from "./scratch-table.ts";

const invalid = { name: "ValidationException" };
const kilobyte = 1024;

export const limits = (connect: Connect) =>
  describe("limits", () => {
    const table = scratchTable(connect);

    test("an item of 399 kB is taken, one of 401 kB is not", async () => {
      const key = freshKey();

      await table.put({ ...key, filling: s("x".repeat(399 * kilobyte)) });

      await expect(table.put({ ...key, filling: s("x".repeat(401 * kilobyte)) })).rejects.toMatchObject(invalid);
      expect((await table.read(key))?.filling?.S?.length).toBe(399 * kilobyte);
    });

    test("an update cannot make an item larger than 400 kB", async () => {
      const key = freshKey();
      await table.put({ ...key, filling: s("x".repeat(300 * kilobyte)) });

      const attempt = table.update(key, {
        UpdateExpression: "SET more = :more",
        ExpressionAttributeValues: { ":more": s("x".repeat(101 * kilobyte)) },
      });

      await expect(attempt).rejects.toMatchObject(invalid);
      expect(Object.keys((await table.read(key)) ?? {}).toSorted()).toEqual(["filling", "item", "residentId"]);
    });

    test("sizes are bytes: a Chinese character counts three", async () => {
      const key = freshKey();

      await table.put({ ...key, filling: s("积".repeat(133 * kilobyte)) });

      await expect(table.put({ ...key, filling: s("积".repeat(134 * kilobyte)) })).rejects.toMatchObject(invalid);
    });

    test("a key has all its parts, of the right type, and none is empty", async () => {
      const { residentId } = freshKey();

      await expect(table.put({ residentId })).rejects.toMatchObject(invalid);
      await expect(table.put({ residentId, item: n(1) })).rejects.toMatchObject(invalid);
      await expect(table.put({ residentId, item: s("") })).rejects.toMatchObject(invalid);
      await expect(table.read({ residentId })).rejects.toMatchObject(invalid);
      await expect(table.read({ ...freshKey(), more: s("x") })).rejects.toMatchObject(invalid);
    });

    test("a number has 38 digits at most", async () => {
      const attempt = table.put({ ...freshKey(), number: { N: "1".repeat(39) } });

      await expect(attempt).rejects.toMatchObject(invalid);
    });
  });
