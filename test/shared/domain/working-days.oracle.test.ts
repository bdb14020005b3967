import chineseDays from "chinese-days";
import { expect, test } from "vitest";
import { date, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";

const working = publishedWorkingDays();

test.each([2023, 2024, 2025, 2026])("the working days of %d are those of chinese-days", (year) => {
  const first = dayOf(date(`${year}-01-01`));
  const days = Array.from({ length: 366 }, (_, after) => dateOf(dayAfter(first, after))).filter((day) =>
    day.startsWith(`${year}`),
  );

  const ours = days.filter((day) => working.isWorkingDay(day));

  expect(ours).toEqual(days.filter((day) => chineseDays.isWorkday(day)));
  expect(ours.length).toBeGreaterThan(245);
});

test("where chinese-days has no notice it answers by plain weekdays, and we say that we don't know", () => {
  expect(chineseDays.isWorkday("2027-02-08")).toBe(true);
  expect(working.isWorkingDay(date("2027-02-08"))).toBeUndefined();
});
