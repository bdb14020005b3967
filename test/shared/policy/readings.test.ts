import { describe, expect, test } from "vitest";
import { type ReadingName, readingNames, SwitchedReadings } from "#shared/domain/readings.ts";
import { otherValuesOf } from "#shared/policy/readings.ts";
import { zhejiangStandard } from "#test/support/standards.ts";

const declared = zhejiangStandard().readings;

const othersOf = <Name extends ReadingName>(name: Name): readonly unknown[] =>
  otherValuesOf[name](declared[name].value as never);

describe("the other values of a reading", () => {
  test.each(readingNames)("of %s are lawful, and none of them the declared one", (name) => {
    for (const other of othersOf(name)) {
      expect(SwitchedReadings.safeParse({ [name]: other }).success).toBe(true);
      expect(other).not.toEqual(declared[name].value);
    }
  });

  test("are all there are", () => {
    expect(othersOf("leftover")).toEqual(["pool30", "drop"]);
    expect(othersOf("pensionKinds")).toEqual([["employee", "flexible", "resident"]]);
    expect(othersOf("unknownEducation")).toEqual([0]);
    expect(othersOf("countBackpaid")).toEqual([false]);
    expect(othersOf("monthRule")).toEqual([]);
  });
});

test.each([
  { leftover: "pool29" },
  { pensionKinds: [] },
  { pensionKinds: ["employee", "flexible", "resident", "employee"] },
  { unknownEducation: 0.125 },
  { ageRules: "on-birthday" },
])("%j switches no reading", (switched) => {
  expect(SwitchedReadings.safeParse(switched).success).toBe(false);
});
