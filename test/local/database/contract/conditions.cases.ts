import { beforeAll, describe, expect, test } from "vitest";
import { type Connect, freshKey, type Item, n, s, scratchTable } from "./scratch-table.ts";

const failed = { name: "ConditionalCheckFailedException" };

const values: Item = {
  ":two": n(2),
  ":three": n(3),
  ":four": n(4),
  ":ten": n(10),
  ":half": n(2.5),
  ":day": s("2024-07-26"),
  ":later": s("2024-08-01"),
  ":prefix": s("2024-"),
  ":other": s("2025-"),
  ":city": s("海"),
  ":true": { BOOL: true },
  ":false": { BOOL: false },
  ":null": { NULL: true },
  ":member": s("b"),
  ":stranger": s("z"),
  ":set": { SS: ["b", "a"] },
  ":S": s("S"),
  ":N": s("N"),
};

const holding = [
  "version = :three",
  "version <> :two",
  "version < :ten",
  "version <= :three",
  "version > :half",
  "version >= :three",
  "version BETWEEN :two AND :four",
  "version IN (:two, :three)",
  "asOf = :day",
  "asOf < :later",
  "asOf <= :day",
  "asOf > :prefix",
  "asOf BETWEEN :day AND :later",
  "isOpen = :true",
  "isOpen <> :false",
  "nothing = :null",
  "tags = :set",
  "attribute_exists(residentId)",
  "attribute_exists(nothing)",
  "attribute_exists(permit.#status)",
  "attribute_not_exists(absent)",
  "attribute_not_exists(permit.absent)",
  "attribute_type(asOf, :S)",
  "begins_with(asOf, :prefix)",
  "begins_with(place, :city)",
  "contains(tags, :member)",
  "contains(place, :city)",
  "size(tags) = :two",
  "permit.#status = :S",
  "steps[1] = :four",
  "absent <> :two",
  "NOT version = :two",
  "version = :three AND asOf = :day",
  "version = :two OR asOf = :day",
  "version = :two OR version = :four OR version = :three",
  "(version = :two OR version = :three) AND NOT (asOf = :later OR attribute_exists(absent))",
  "version = :three OR version = :two AND asOf = :later",
];

const notHolding = [
  "version = :two",
  "version <> :three",
  "version < :three",
  "version <= :two",
  "version > :three",
  "version > :ten",
  "version >= :four",
  "version BETWEEN :four AND :ten",
  "version IN (:two, :four)",
  "version = :S",
  "asOf < :day",
  "asOf >= :later",
  "isOpen = :false",
  "attribute_exists(absent)",
  "attribute_not_exists(residentId)",
  "attribute_not_exists(nothing)",
  "attribute_type(asOf, :N)",
  "begins_with(asOf, :other)",
  "begins_with(absent, :other)",
  "contains(tags, :stranger)",
  "absent = :two",
  "absent < :two",
  "NOT version = :three",
  "version = :three AND asOf = :later",
  "version = :two OR asOf = :later",
  "(version = :three OR version = :two) AND asOf = :later",
];

export const conditions = (connect: Connect) =>
  describe("conditions", () => {
    const table = scratchTable(connect);
    const key = freshKey();
    const item: Item = {
      ...key,
      version: n(3),
      asOf: s("2024-07-26"),
      place: s("海湾市"),
      isOpen: { BOOL: true },
      nothing: { NULL: true },
      tags: { SS: ["a", "b"] },
      permit: { M: { status: s("S") } },
      steps: { L: [n(1), n(4)] },
    };

    beforeAll(() => table.put(item));

    const touchIf = (ConditionExpression: string) =>
      table.update(key, {
        UpdateExpression: "SET touched = :touched",
        ConditionExpression,
        ExpressionAttributeValues: { ":touched": n(1), ...valuesIn(ConditionExpression) },
        ...(ConditionExpression.includes("#status") && { ExpressionAttributeNames: { "#status": "status" } }),
      });

    test.each(holding)("%s holds", async (condition) => {
      await expect(touchIf(condition)).resolves.toBeUndefined();
    });

    test.each(notHolding)("%s does not hold", async (condition) => {
      await expect(touchIf(condition)).rejects.toMatchObject(failed);
    });

    test("a condition may name two attributes of the item", async () => {
      await expect(touchIf("version < size(asOf)")).resolves.toBeUndefined();
      await expect(touchIf("version > size(asOf)")).rejects.toMatchObject(failed);
    });

    test("a first put happens once", async () => {
      const first = { ...freshKey(), version: n(1) };
      const ConditionExpression = "attribute_not_exists(residentId)";

      await table.put(first, { ConditionExpression });

      await expect(table.put({ ...first, version: n(2) }, { ConditionExpression })).rejects.toMatchObject(failed);
      expect(await table.read({ residentId: first.residentId, item: first.item })).toEqual(first);
    });

    test("a put, an update or a deletion whose condition fails changes nothing", async () => {
      const stored = { ...freshKey(), version: n(1) };
      const { version: _, ...its } = stored;
      const wrong = { ConditionExpression: "version = :v", ExpressionAttributeValues: { ":v": n(7) } };
      await table.put(stored);

      await expect(table.put({ ...its, version: n(8) }, wrong)).rejects.toMatchObject(failed);
      await expect(table.remove(its, wrong)).rejects.toMatchObject(failed);
      await expect(
        table.update(its, { ...wrong, UpdateExpression: "SET version = version + :v" }),
      ).rejects.toMatchObject(failed);

      expect(await table.read(its)).toEqual(stored);
    });

    test("a deletion whose condition holds deletes", async () => {
      const its = freshKey();
      await table.put({ ...its, version: n(1) });

      await table.remove(its, { ConditionExpression: "version = :v", ExpressionAttributeValues: { ":v": n(1) } });

      expect(await table.read(its)).toBeUndefined();
    });

    test("an absent item meets attribute_not_exists and nothing that asks for a value", async () => {
      const absent = freshKey();
      const asked = (ConditionExpression: string) =>
        table.remove(absent, {
          ConditionExpression,
          ...(ConditionExpression.includes(":two") && { ExpressionAttributeValues: { ":two": n(2) } }),
        });

      await expect(asked("attribute_not_exists(residentId)")).resolves.toBeUndefined();
      await expect(asked("attribute_exists(residentId)")).rejects.toMatchObject(failed);
      await expect(asked("version = :two")).rejects.toMatchObject(failed);
    });

    test.each(["put", "update", "remove"] as const)("a refused %s brings the item when asked", async (kind) => {
      const its = freshKey();
      const stored = { ...its, version: n(5) };
      const refused = {
        ConditionExpression: "attribute_not_exists(residentId)",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      } as const;
      await table.put(stored);

      const attempt = {
        put: () => table.put({ ...its, version: n(6) }, refused),
        update: () => table.update(its, { ...refused, UpdateExpression: "REMOVE version" }),
        remove: () => table.remove(its, refused),
      }[kind]();

      await expect(attempt).rejects.toMatchObject({ ...failed, Item: stored });
    });

    test("a refused write brings no item unasked, and none when there is none", async () => {
      const stored = { ...freshKey(), version: n(5) };
      await table.put(stored);

      const unasked = table.put(stored, { ConditionExpression: "attribute_not_exists(residentId)" });
      const absent = table.put(
        { ...freshKey() },
        { ConditionExpression: "attribute_exists(residentId)", ReturnValuesOnConditionCheckFailure: "ALL_OLD" },
      );

      for (const attempt of [unasked, absent]) {
        const error = await attempt.catch((thrown: unknown) => thrown);
        expect(error).toMatchObject(failed);
        expect((error as { Item?: Item }).Item).toBeUndefined();
      }
    });

    describe("a save only if its basis is newer", () => {
      const ConditionExpression =
        "attribute_not_exists(residentId) OR (v <= :v AND r <= :r AND d <= :d AND (v < :v OR r < :r OR d < :d))";
      const save = (its: Item, [v, r, d]: readonly [number, number, string]) =>
        table.put(
          { ...its, v: n(v), r: n(r), d: s(d) },
          { ConditionExpression, ExpressionAttributeValues: { ":v": n(v), ":r": n(r), ":d": s(d) } },
        );

      test.each([
        [[4, 1, "2024-07-26"], true],
        [[3, 2, "2024-07-26"], true],
        [[3, 1, "2024-07-27"], true],
        [[10, 1, "2024-07-26"], true],
        [[3, 1, "2024-07-26"], false],
        [[2, 2, "2024-07-27"], false],
        [[4, 1, "2024-07-25"], false],
      ] as const)("%j over [3,1,2024-07-26]: %s", async (basis, isNewer) => {
        const its = freshKey();
        await save(its, [3, 1, "2024-07-26"]);

        const outcome = await save(its, basis).then(
          () => true,
          () => false,
        );

        expect(outcome).toBe(isNewer);
      });
    });
  });

const valuesIn = (expression: string): Item =>
  Object.fromEntries(Object.entries(values).filter(([name]) => new RegExp(`${name}\\b`).test(expression)));
