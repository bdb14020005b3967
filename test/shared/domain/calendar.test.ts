import { describe, expect, test } from "vitest";
import {
  addMonths,
  CalendarDate,
  CalendarMonth,
  completeMonths,
  completeYears,
  dateOf,
  day,
  dayAfter,
  dayOf,
  firstDayOf,
  monthOf,
  monthOn,
  monthsAndDays,
  monthText,
} from "#shared/domain/calendar.ts";

const afterMonths = (from: string, months: number): string => dateOf(addMonths(day(from), months));

describe("a calendar day", () => {
  test("is read and written again, for every day from 1900 to 2099", () => {
    let count = 0;
    for (let at = Date.UTC(1900, 0, 1); at <= Date.UTC(2099, 11, 31); at += 86_400_000) {
      const text = new Date(at).toISOString().slice(0, 10) as CalendarDate;
      const one = dayOf(text);

      if (one !== at / 86_400_000 || dateOf(one) !== text) expect.fail(text);
      if (monthText(monthOn(one)) !== text.slice(0, 7)) expect.fail(text);
      count += 1;
    }

    expect(count).toBe(73_049);
  });

  test.each(["2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-1-1", "24-01-01", "tomorrow"])(
    "is not %s",
    (text) => {
      expect(CalendarDate.safeParse(text).success).toBe(false);
    },
  );

  test("lies between 1900 and 2099", () => {
    expect(CalendarDate.safeParse("1899-12-31").success).toBe(false);
    expect(CalendarDate.safeParse("1900-01-01").success).toBe(true);
    expect(CalendarDate.safeParse("2099-12-31").success).toBe(true);
    expect(CalendarDate.safeParse("2100-01-01").success).toBe(false);
  });
});

describe("a calendar month", () => {
  test("is read and written again", () => {
    for (const text of ["1900-01", "2024-02", "2099-12"] as CalendarMonth[]) {
      expect(monthText(monthOf(text))).toBe(text);
      expect(dateOf(firstDayOf(monthOf(text)))).toBe(`${text}-01`);
    }
  });

  test.each(["2024-13", "2024-00", "2024-1", "1899-12", "2100-01", "2024-01-01"])("is not %s", (text) => {
    expect(CalendarMonth.safeParse(text).success).toBe(false);
  });
});

describe("months later", () => {
  test("is the corresponding day, or the last of the month where there is none", () => {
    expect(afterMonths("2024-01-15", 1)).toBe("2024-02-15");
    expect(afterMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(afterMonths("2023-01-31", 1)).toBe("2023-02-28");
    expect(afterMonths("2024-01-31", 3)).toBe("2024-04-30");
    expect(afterMonths("2024-02-29", 12)).toBe("2025-02-28");
    expect(afterMonths("2024-02-29", 48)).toBe("2028-02-29");
    expect(afterMonths("2024-03-31", -1)).toBe("2024-02-29");
  });

  test("is always reckoned from the start, so that it doesn't drift", () => {
    const ends = [1, 2, 3, 4, 5].map((months) => afterMonths("2024-01-31", months));

    expect(ends).toEqual(["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30"]);
  });
});

describe("complete months", () => {
  test.each([
    ["2024-01-15", "2024-01-15", 0, 0],
    ["2024-01-15", "2024-02-14", 0, 30],
    ["2024-01-15", "2024-02-15", 1, 0],
    ["2024-01-31", "2024-02-28", 0, 28],
    ["2024-01-31", "2024-02-29", 1, 0],
    ["2024-01-31", "2024-03-30", 1, 30],
    ["2024-01-31", "2024-03-31", 2, 0],
    ["2023-01-30", "2023-02-28", 1, 0],
    ["2023-01-29", "2023-03-28", 1, 28],
    ["2024-02-29", "2025-02-28", 12, 0],
    ["2024-02-29", "2024-03-28", 0, 28],
    ["2014-06-15", "2024-06-14", 119, 30],
    ["2014-06-15", "2024-06-15", 120, 0],
    ["2024-06-15", "2024-01-01", 0, 0],
  ])("from %s to %s are %d and %d days", (from, to, months, days) => {
    expect(monthsAndDays(day(from), day(to))).toEqual({ months, days });
    expect(completeMonths(day(from), day(to))).toBe(months);
  });

  test("are the largest number of months that does not go beyond the end, and the days from there", () => {
    for (let start = day("2023-12-20"); start <= day("2024-03-05"); start = dayAfter(start)) {
      for (let end = start; end <= day("2026-04-01"); end = dayAfter(end)) {
        const { months, days } = monthsAndDays(start, end);

        if (addMonths(start, months) > end || addMonths(start, months + 1) <= end) expect.fail(`${dateOf(start)}`);
        if (addMonths(start, months) + days !== end) expect.fail(`${dateOf(start)} to ${dateOf(end)}`);
      }
    }
  });
});

describe("complete years", () => {
  test.each([
    ["1969-06-30", "2024-06-29", 54],
    ["1969-06-30", "2024-06-30", 55],
    ["1964-02-29", "2025-02-27", 60],
    ["1964-02-29", "2025-02-28", 61],
    ["1964-02-29", "2024-02-28", 59],
    ["1964-02-29", "2024-02-29", 60],
    ["2024-06-30", "2024-06-30", 0],
    ["2024-06-30", "2024-06-29", -1],
  ])("from %s to %s are %d", (birth, on, years) => {
    expect(completeYears(day(birth), day(on))).toBe(years);
  });
});

test("a month beyond all birthdays is a fault, not a wrong day", () => {
  expect(() => addMonths(day("2099-12-31"), 12 * 200)).toThrow(RangeError);
});
