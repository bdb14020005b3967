import { describe, expect, test } from "vitest";
import { type Connect, freshKey, type Item, n, s, scratchTable } from "./scratch-table.ts";

const invalid = { name: "ValidationException" };

interface Example {
  readonly update: string;
  readonly values?: Item;
  readonly before?: Item;
  readonly after: Item;
}

const examples: readonly Example[] = [
  { update: "SET version = :v", values: { ":v": n(1) }, after: { version: n(1) } },
  { update: "SET version = version + :v", values: { ":v": n(2) }, before: { version: n(3) }, after: { version: n(5) } },
  {
    update: "SET version = version - :v",
    values: { ":v": n(0.25) },
    before: { version: n(3) },
    after: { version: n(2.75) },
  },
  { update: "SET version = if_not_exists(version, :v) + :v", values: { ":v": n(1) }, after: { version: n(2) } },
  {
    update: "SET seen = if_not_exists(seen, :v)",
    values: { ":v": s("now") },
    before: { seen: s("then") },
    after: { seen: s("then") },
  },
  {
    update: "SET steps = list_append(if_not_exists(steps, :none), :more)",
    values: { ":none": { L: [] }, ":more": { L: [s("b")] } },
    before: { steps: { L: [s("a")] } },
    after: { steps: { L: [s("a"), s("b")] } },
  },
  {
    update: "SET permit.area = :v, steps[0] = :v",
    values: { ":v": s("339901") },
    before: { permit: { M: { since: n(1) } }, steps: { L: [s("a"), s("b")] } },
    after: { permit: { M: { since: n(1), area: s("339901") } }, steps: { L: [s("339901"), s("b")] } },
  },
  {
    update: "SET earlier = later, later = earlier",
    before: { earlier: n(1), later: n(2) },
    after: { earlier: n(2), later: n(1) },
  },
  { update: "REMOVE version, absent", before: { version: n(3), kept: n(1) }, after: { kept: n(1) } },
  { update: "REMOVE permit.area", before: { permit: { M: { area: s("x") } } }, after: { permit: { M: {} } } },
  { update: "ADD version :v", values: { ":v": n(2) }, after: { version: n(2) } },
  { update: "ADD version :v", values: { ":v": n(-2) }, before: { version: n(3) }, after: { version: n(1) } },
  {
    update: "ADD tags :v",
    values: { ":v": { SS: ["b", "c"] } },
    before: { tags: { SS: ["a", "b"] } },
    after: { tags: { SS: ["a", "b", "c"] } },
  },
  {
    update: "DELETE tags :v",
    values: { ":v": { SS: ["b", "c"] } },
    before: { tags: { SS: ["a", "b"] } },
    after: { tags: { SS: ["a"] } },
  },
  { update: "DELETE tags :v", values: { ":v": { SS: ["a"] } }, before: { tags: { SS: ["a"] } }, after: {} },
  {
    update: "SET v = :v ADD w :v REMOVE x",
    values: { ":v": n(1) },
    before: { x: n(9), w: n(1) },
    after: { v: n(1), w: n(2) },
  },
];

export const updates = (connect: Connect) =>
  describe("updates", () => {
    const table = scratchTable(connect);

    test.each(examples)("$update", async ({ update, values, before, after }) => {
      const key = freshKey();
      if (before) await table.put({ ...key, ...before });

      await table.update(key, {
        UpdateExpression: update,
        ...(values && { ExpressionAttributeValues: values }),
      });

      expect(await table.read(key)).toEqual({ ...key, ...after });
    });

    test("an update without expression makes the item", async () => {
      const key = freshKey();

      await table.update(key, {});

      expect(await table.read(key)).toEqual(key);
    });

    test.each([
      ["ALL_OLD", { version: n(1), kept: s("x") }],
      ["UPDATED_OLD", { version: n(1) }],
      ["ALL_NEW", { version: n(2), kept: s("x") }],
      ["UPDATED_NEW", { version: n(2) }],
    ] as const)("%s is returned", async (ReturnValues, expected) => {
      const key = freshKey();
      await table.put({ ...key, version: n(1), kept: s("x") });

      const returned = await table.update(key, {
        UpdateExpression: "SET version = :v",
        ExpressionAttributeValues: { ":v": n(2) },
        ReturnValues,
      });

      expect(returned).toEqual(ReturnValues.startsWith("ALL") ? { ...key, ...expected } : expected);
    });

    test("a put and a deletion return what was there", async () => {
      const key = freshKey();
      await table.put({ ...key, version: n(1) });

      expect(await table.put({ ...key, version: n(2) }, { ReturnValues: "ALL_OLD" })).toEqual({
        ...key,
        version: n(1),
      });
      expect(await table.remove(key, { ReturnValues: "ALL_OLD" })).toEqual({ ...key, version: n(2) });
      expect(await table.remove(key, { ReturnValues: "ALL_OLD" })).toBeUndefined();
    });

    test.each([
      ["is no expression", "SET version + :v"],
      ["changes the key", "SET residentId = :v"],
      ["names a value that is not given", "SET version = :unknown"],
      ["leaves a value unused", "REMOVE version"],
      ["sets one path twice", "SET version = :v, version = :v"],
      ["adds to a text", "SET name = name + :v"],
      ["reads an attribute that is not there", "SET version = absent + :v"],
      ["steps into what is not there", "SET absent.inner = :v"],
      ["gives an index key another type", "SET shardKey = :v"],
    ])("an update that %s is invalid and changes nothing", async (_, UpdateExpression) => {
      const key = freshKey();
      const stored = { ...key, version: n(1), name: s("x") };
      await table.put(stored);

      const attempt = table.update(key, { UpdateExpression, ExpressionAttributeValues: { ":v": n(2) } });

      await expect(attempt).rejects.toMatchObject(invalid);
      expect(await table.read(key)).toEqual(stored);
    });

    test("every type comes back as it went", async () => {
      const item: Item = {
        ...freshKey(),
        text: s("积分 “零” 😀"),
        empty: s(""),
        number: n(-12.5),
        large: { N: "12345678901234567890123456789012345678" },
        bytes: { B: new Uint8Array([0, 1, 254, 255]) },
        yes: { BOOL: true },
        no: { BOOL: false },
        nothing: { NULL: true },
        texts: { SS: ["a", "b"] },
        numbers: { NS: ["1", "2.5"] },
        blobs: { BS: [new Uint8Array([1]), new Uint8Array([2, 3])] },
        list: { L: [s("a"), { L: [] }, { M: {} }] },
        map: { M: { inner: { M: { deeper: n(1) } } } },
      };

      await table.put(item);

      expect(await table.read({ residentId: item.residentId ?? s(""), item: s("current") })).toEqual(item);
    });
  });
