import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { createWorkingDays, HolidayYear } from "#shared/domain/working-days.ts";
import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";

const working = publishedWorkingDays();
const due = (startedOn: string, workingDays: number) => working.term(date(startedOn), workingDays);

describe("Spring Festival 2026, 15 to 23 February, worked for on the 14th and the 28th", () => {
  test.each([
    ["2026-02-14", true],
    ["2026-02-15", false],
    ["2026-02-16", false],
    ["2026-02-23", false],
    ["2026-02-24", true],
    ["2026-02-27", true],
    ["2026-02-28", true],
    ["2026-03-01", false],
  ])("%s is a working day: %s", (day, worked) => {
    expect(working.isWorkingDay(date(day))).toBe(worked);
  });

  test.each([
    ["2026-02-12", 1, "2026-02-13"],
    ["2026-02-13", 1, "2026-02-14"],
    ["2026-02-14", 1, "2026-02-24"],
    ["2026-02-11", 5, "2026-02-25"],
    ["2026-02-24", 5, "2026-03-02"],
    ["2026-02-09", 10, "2026-02-28"],
    ["2026-02-13", 10, "2026-03-05"],
  ])("a term that begins on %s, %d working days long, ends on %s", (startedOn, workingDays, dueOn) => {
    expect(due(startedOn, workingDays)).toEqual({ startedOn, workingDays, dueOn, provisional: false });
  });
});

describe("National Day 2026, 1 to 7 October, worked for on Sunday 20 September and on 10 October", () => {
  test.each([
    ["2026-09-18", 1, "2026-09-20"],
    ["2026-09-18", 5, "2026-09-24"],
    ["2026-09-24", 5, "2026-10-09"],
    ["2026-09-30", 1, "2026-10-08"],
    ["2026-09-30", 3, "2026-10-10"],
    ["2026-09-30", 5, "2026-10-13"],
    ["2026-09-17", 10, "2026-10-08"],
  ])("a term that begins on %s, %d working days long, ends on %s", (startedOn, workingDays, dueOn) => {
    expect(due(startedOn, workingDays)).toEqual({ startedOn, workingDays, dueOn, provisional: false });
  });
});

describe("a year whose holidays are not known", () => {
  const year2027 = HolidayYear.parse({
    year: 2027,
    document: "an invented notice",
    name: { zh: "通知", en: "Notice" },
    issuedOn: "2026-11-03",
    holidays: [
      { name: { zh: "元旦", en: "New Year's Day" }, from: "2027-01-01", to: "2027-01-05", makeUpDays: ["2027-01-09"] },
    ],
  });
  const loaded = createWorkingDays([year2027]);

  test("a term that ends before it is certain", () => {
    expect(due("2026-12-24", 5)).toMatchObject({ dueOn: "2026-12-31", provisional: false });
    expect(working.knows(2026)).toBe(true);
  });

  test("a term that runs into it is provisional, and ends by plain weekdays at the earliest", () => {
    const term = due("2026-12-28", 10);

    expect(term).toMatchObject({ dueOn: "2027-01-11", provisional: true });
    expect(working.knows(2027)).toBe(false);
    expect(working.isWorkingDay(date("2027-01-04"))).toBeUndefined();
  });

  test("a term that begins in it is provisional too, and so is one in a year before the first", () => {
    expect(due("2027-03-01", 5)).toMatchObject({ dueOn: "2027-03-08", provisional: true });
    expect(due("2021-03-01", 5)).toMatchObject({ dueOn: "2021-03-08", provisional: true });
  });

  test("once the year is loaded, the term is fixed", () => {
    const term = working.term(date("2026-12-31"), 5);

    const fixed = createWorkingDays([year2027]).fixed(term);

    expect(term).toMatchObject({ dueOn: "2027-01-07", provisional: true });
    expect(fixed).toEqual({ ...term, dueOn: "2027-01-11", provisional: false });
    expect(loaded.knows(2027)).toBe(true);
  });
});

test("a term of none ends on the day it begins", () => {
  expect(due("2026-02-16", 0)).toMatchObject({ dueOn: "2026-02-16", provisional: false });
});

test("what remains of a term are the working days after today", () => {
  const term = due("2026-02-09", 10);

  expect(working.remaining(term, date("2026-02-01"))).toBe(10);
  expect(working.remaining(term, date("2026-02-09"))).toBe(10);
  expect(working.remaining(term, date("2026-02-14"))).toBe(5);
  expect(working.remaining(term, date("2026-02-20"))).toBe(5);
  expect(working.remaining(term, date("2026-02-27"))).toBe(1);
  expect(working.remaining(term, date("2026-02-28"))).toBe(0);
  expect(working.remaining(term, date("2026-03-05"))).toBe(0);
});

test("two working days before the end of a term is a working day", () => {
  expect(working.before(due("2026-02-09", 10), 2)).toBe("2026-02-26");
  expect(working.before(due("2026-02-14", 2), 2)).toBe("2026-02-14");
});

test("days of the year before that a notice names count as it says", () => {
  expect(
    createWorkingDays([
      HolidayYear.parse({ ...year("2018"), holidays: [] }),
      HolidayYear.parse({
        ...year("2019"),
        holidays: [
          {
            name: { zh: "元旦", en: "New Year's Day" },
            from: "2018-12-30",
            to: "2019-01-01",
            makeUpDays: ["2018-12-29"],
          },
        ],
      }),
    ]).term(date("2018-12-28"), 2).dueOn,
  ).toBe("2019-01-02");
});

const year = (number: string) => ({
  year: Number(number),
  document: "an invented notice",
  name: { zh: "通知", en: "Notice" },
  issuedOn: `${number}-01-01`,
});
