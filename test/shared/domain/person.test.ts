import { expect, test } from "vitest";
import { comparableName, PersonName } from "#shared/domain/person.ts";

const comparable = (name: string): string => comparableName(PersonName.parse(name));

test.each([
  ["阿依古丽·买买提", "阿依古丽•买买提"],
  ["阿依古丽·买买提", "阿依古丽 ・ 买买提"],
  ["阿依古丽·买买提", "阿依古丽.买买提"],
  ["ＬＩ Ｍｉｎｇ", "LI Ming"],
  ["  王小明 ", "王 小 明"],
])("%s and %s are one name", (one, other) => {
  expect(comparable(one)).toBe(comparable(other));
});

test("another name stays another name", () => {
  expect(comparable("王小明")).not.toBe(comparable("王小朋"));
});

test("a name is not empty, and not longer than a hundred characters", () => {
  expect(PersonName.safeParse("   ").success).toBe(false);
  expect(PersonName.safeParse("王".repeat(101)).success).toBe(false);
});
