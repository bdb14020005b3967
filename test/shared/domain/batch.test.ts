import fc from "fast-check";
import { expect, test } from "vitest";
import { countOutcomes, mustBeHeld, type Outcome } from "#shared/domain/batch.ts";

test.each([
  ["9 of 9", 9, 9, false],
  ["10 of 10", 10, 10, true],
  ["10 of 199", 199, 10, true],
  ["10 of 200: 5 %, not more", 200, 10, false],
  ["25 of 500", 500, 25, false],
  ["26 of 500", 500, 26, true],
  ["none of none", 0, 0, false],
])("a batch that would empty %s is held: %s, %s, %s", (_, touched, emptied, held) => {
  expect(mustBeHeld({ touched, emptied })).toBe(held);
});

test("what empties more is never let through where less is held", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (one, other) => {
      const touched = Math.max(one, other);
      const emptied = Math.min(one, other);
      fc.pre(mustBeHeld({ touched, emptied }) && emptied < touched);

      expect(mustBeHeld({ touched, emptied: emptied + 1 })).toBe(true);
      expect(mustBeHeld({ touched: touched - 1, emptied })).toBe(true);
    }),
  );
});

test("every row is counted once", () => {
  const outcomes: readonly Outcome[] = ["applied", "unchanged", "waiting", "duplicate", "superseded"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...outcomes)), (rows) => {
      const { records, ...counts } = countOutcomes(rows.map((outcome, row) => ({ row, outcome })));

      expect(records).toBe(rows.length);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
    }),
  );
});
