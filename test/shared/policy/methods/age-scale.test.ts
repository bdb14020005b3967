import { describe, expect, test } from "vitest";
import { dateOf, day, never } from "#shared/domain/calendar.ts";
import { AgeScaleRule, compileAgeScale } from "#shared/policy/methods/age-scale.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { aResident } from "#test/support/a-resident.ts";
import { awarded, explained, inProvince, measured } from "#test/support/method.ts";

const rule = AgeScaleRule.parse({
  method: "age-scale",
  fact: "birthDate",
  band: { from: 55, to: 60, points: 5, clause: "年龄在55—60周岁,积5分" },
  eachYearUnder: { points: 1, clause: "55岁以下,每减少1岁、增加1分" },
});
const scale = compileAgeScale(rule, inProvince(20));
const onBirthday = compileAgeScale(rule, inProvince(20, { ageRule: "on-birthday" }));

const bornOn = (date: string) => aResident().bornOn(date);

describe("points for age", () => {
  test.each([
    ["1963-06-29", 0, "61 full years: above the band"],
    ["1963-06-30", 5, "61st birthday today: still 60"],
    ["1964-06-29", 5, "60, the top of the band"],
    ["1969-06-29", 5, "55, the foot of the band"],
    ["1969-06-30", 6, "55th birthday today: still 54"],
    ["1979-06-01", 15, "45"],
    ["1983-06-29", 19, "41"],
    ["1983-06-30", 20, "41st birthday today: still 40"],
    ["1984-06-29", 20, "40: exactly the maximum"],
    ["1985-06-29", 20, "39: more than the maximum"],
    ["2024-06-29", 20, "born yesterday"],
    ["2024-06-30", 20, "born today"],
    ["2024-07-01", 0, "not born yet"],
  ])("born %s, on 30 June 2024: %d (%s)", (birthDate, points) => {
    expect(awarded(scale, bornOn(birthDate), "2024-06-30")).toBe(points);
  });

  test("are none when the birth date is not known", () => {
    expect(awarded(scale, aResident().withNothingKnownOf("birthDate"), "2024-06-30")).toBe(0);
  });

  test("change on the birthday itself where a standard reads it so", () => {
    expect(awarded(onBirthday, bornOn("1969-06-30"), "2024-06-30")).toBe(5);
    expect(awarded(onBirthday, bornOn("1969-07-01"), "2024-06-30")).toBe(6);
  });
});

describe("someone born on 29 February", () => {
  test.each([
    ["2025-02-28", 60],
    ["2025-03-01", 61],
    ["2024-02-29", 59],
    ["2024-03-01", 60],
  ])("is on %s %d years old", (on, age) => {
    expect(measured(scale, bornOn("1964-02-29"), on) - 1).toBe(age);
  });

  test.each([
    ["2025-02-27", 60],
    ["2025-02-28", 61],
    ["2024-02-28", 59],
    ["2024-02-29", 60],
  ])("is on %s %d years old where the birthday counts", (on, age) => {
    expect(measured(onBirthday, bornOn("1964-02-29"), on) - 1).toBe(age);
  });
});

describe("the next day on which points for age may change", () => {
  const nextOn = (method: typeof scale, birthDate: string, on: string): string => {
    const { facts } = subjectOf(bornOn(birthDate).dossier);
    const next = method.nextOn(facts, day(on), method.measure(facts, day(on)));
    return next === never ? "never" : dateOf(next);
  };

  test("passes over the years at the maximum and within the band", () => {
    expect(nextOn(scale, "1990-05-05", "2024-06-30")).toBe("2031-05-06");
    expect(nextOn(scale, "1968-05-05", "2024-06-30")).toBe("2029-05-06");
  });

  test("is the day after the next birthday in between", () => {
    expect(nextOn(scale, "1975-06-30", "2024-06-30")).toBe("2024-07-01");
    expect(nextOn(onBirthday, "1975-07-01", "2024-06-30")).toBe("2024-07-01");
  });

  test("is 1 March for someone born on 29 February, in leap years too", () => {
    expect(nextOn(scale, "1976-02-29", "2024-06-30")).toBe("2025-03-01");
    expect(nextOn(scale, "1976-02-29", "2028-01-01")).toBe("2028-03-01");
  });

  test("is never above the band, before birth, and for an unknown birth date", () => {
    const { facts } = subjectOf(aResident().withNothingKnownOf("birthDate").dossier);

    expect(nextOn(scale, "1950-01-01", "2024-06-30")).toBe("never");
    expect(nextOn(scale, "2030-01-01", "2024-06-30")).toBe("never");
    expect(scale.nextOn(facts, day("2024-06-30"), 0)).toBe(never);
  });
});

describe("an age is explained", () => {
  const words = (birthDate: string) => explained(scale, bornOn(birthDate), "2024-06-30").words.en;

  test.each([
    ["1990-05-05", "Aged 34, 21 under 55: 5 + 21 × 1 = 26, at most 20"],
    ["1975-05-05", "Aged 49, 6 under 55: 5 + 6 × 1 = 11"],
    ["1968-05-05", "Aged 56, within 55—60: 5"],
    ["1950-05-05", "Aged 74, above 60: no points"],
    ["2025-05-05", "Not born yet: no points"],
  ])("born %s: %s", (birthDate, expected) => {
    expect(words(birthDate)).toBe(expected);
  });

  test("with the birth date, the years, and the words of the document", () => {
    const { inputs, clause } = explained(scale, bornOn("1975-05-05"), "2024-06-30");

    expect(inputs).toEqual([
      { name: "birthDate", value: "1975-05-05" },
      { name: "age", value: 49, unit: "years" },
    ]);
    expect(clause).toBe("55岁以下,每减少1岁、增加1分");
  });

  test("by what is not known", () => {
    const { words, inputs } = explained(scale, aResident().withNothingKnownOf("birthDate"), "2024-06-30");

    expect(words.zh).toBe("出生日期未知,暂不计分");
    expect(inputs).toEqual([]);
  });
});

test("a band that ends before it begins is no rule", () => {
  const upsideDown = { ...rule, band: { ...rule.band, from: 61 } };

  expect(AgeScaleRule.safeParse(upsideDown).error?.issues[0]?.path).toEqual(["band", "to"]);
});
