import { describe, expect, test } from "vitest";
import { dateOf, day, never } from "#shared/domain/calendar.ts";
import { AccrualRule, compileAccrual } from "#shared/policy/methods/accrual.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { aResident } from "#test/support/a-resident.ts";
import { awarded, explained, inProvince } from "#test/support/method.ts";

const ruleFor = (fact: string, points: number): AccrualRule =>
  AccrualRule.parse({ method: "accrual", fact, eachMonth: { points, clause: `每个月得 ${points} 分` } });
const pension = compileAccrual(ruleFor("pension", 0.5), inProvince(30));
const residence = compileAccrual(ruleFor("residence", 0.25), inProvince(30));

const on = "2026-06-30";

describe("points for every month", () => {
  test.each([
    ["2026-06", 0.5],
    ["2021-08", 29.5],
    ["2021-07", 30],
    ["2021-06", 30],
    ["2010-01", 30],
  ])("paid from %s to 2026-06: %d", (from, points) => {
    expect(awarded(pension, aResident().withPension(from, "2026-06"), on)).toBe(points);
  });

  test.each([
    ["2024-06-14", 29.75],
    ["2024-06-15", 30],
    ["2024-07-15", 30],
  ])("registered since 2014-06-15, on %s: %d", (day, points) => {
    expect(awarded(residence, aResident().registered("2014-06-15"), day)).toBe(points);
  });

  test("reach a maximum that is no multiple of the month's points", () => {
    const odd = compileAccrual(ruleFor("pension", 0.75), inProvince(2));

    const points = [1, 2, 3].map((months) => awarded(odd, aResident().withPension("2026-01", `2026-0${months}`), on));

    expect(points).toEqual([0.75, 1.5, 2]);
  });
});

describe("the next day on which a month may be full", () => {
  const nextOn = (method: typeof pension, resident: ReturnType<typeof aResident>, on: string): string => {
    const { facts } = subjectOf(resident.dossier);
    const next = method.nextOn(facts, day(on), method.measure(facts, day(on)));
    return next === never ? "never" : dateOf(next);
  };

  test("is the first of the next month while paid ahead, and the corresponding day while registered", () => {
    expect(nextOn(pension, aResident().withPension("2026-01", "2026-09"), on)).toBe("2026-07-01");
    expect(nextOn(residence, aResident().registered("2026-01-31"), on)).toBe("2026-07-31");
  });

  test("is never once the maximum is reached", () => {
    expect(nextOn(pension, aResident().withPension("2020-01", "2030-01"), on)).toBe("never");
    expect(nextOn(residence, aResident().registered("2010-01-01"), on)).toBe("never");
  });
});

describe("an accrual is explained", () => {
  test("by the months and what each gives", () => {
    const { words, inputs, clause } = explained(pension, aResident().withPension("2026-01", "2026-03"), on);

    expect(words.en).toBe("2026-01—2026-03: 3 × 0.5 = 1.5");
    expect(words.zh).toBe("2026-01—2026-03 共 3 个月 × 0.5 = 1.5");
    expect(inputs.at(-1)).toEqual({ name: "completeMonths", value: 3, unit: "months" });
    expect(clause).toBe("每个月得 0.5 分");
  });

  test("by the maximum where that cuts something off", () => {
    const { words } = explained(pension, aResident().withPension("2010-01", "2026-06"), on);

    expect(words.en).toBe("2010-01—2026-06: 198 × 0.5 = 99, at most 30");
  });

  test("when there is nothing to count", () => {
    expect(explained(pension, aResident(), on).words).toEqual({ zh: "共 0 个月,积 0 分", en: "0 months: 0" });
  });
});

test("a rule gives more than nothing for a month", () => {
  const { error } = AccrualRule.safeParse({ ...ruleFor("pension", 1), eachMonth: { points: 0, clause: "不计分" } });

  expect(error?.issues[0]?.path).toEqual(["eachMonth", "points"]);
});
