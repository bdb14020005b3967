import { addDays, differenceInMonths, format, addMonths as laterByDateFns } from "date-fns";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, completeMonths, type Day, dateOf, day } from "#shared/domain/calendar.ts";

const libraryDate = (one: Day): Date => addDays(new Date(2000, 0, 1), one - day("2000-01-01"));
const dayBetween = (first: string, last: string) =>
  fc.integer({ min: day(first), max: day(last) }).map((number) => number as Day);

test("months later is the day that date-fns gives", () => {
  fc.assert(
    fc.property(dayBetween("1900-01-01", "1999-12-31"), fc.integer({ min: 0, max: 1200 }), (from, months) => {
      expect(dateOf(addMonths(from, months))).toBe(format(laterByDateFns(libraryDate(from), months), "yyyy-MM-dd"));
    }),
    { numRuns: 2000 },
  );
});

test("complete months are those of date-fns, where the start has a corresponding day in every month", () => {
  fc.assert(
    fc.property(dayBetween("1900-01-01", "2010-12-31"), fc.integer({ min: 0, max: 30_000 }), (start, days) => {
      fc.pre(Number(dateOf(start).slice(8)) <= 28);
      const end = (start + days) as Day;

      expect(completeMonths(start, end)).toBe(differenceInMonths(libraryDate(end), libraryDate(start)));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["2024-01-29", "2024-02-28", 0, 1],
  ["2024-01-31", "2024-02-28", 0, 1],
  ["2024-01-31", "2024-04-30", 3, 2],
  ["2023-12-31", "2024-11-30", 11, 10],
])("from %s to %s are %d complete months, where date-fns is of another mind", (start, end, ours, theirs) => {
  expect(completeMonths(day(start), day(end))).toBe(ours);
  expect(differenceInMonths(libraryDate(day(end)), libraryDate(day(start)))).toBe(theirs);
});
