import { expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { reminderDays } from "#shared/domain/endorsement.ts";

test.each([
  ["2024-06-30", ["2024-07-01", "2024-07-24", "2024-07-30"]],
  ["2024-07-01", ["2024-07-01", "2024-07-24", "2024-07-30"]],
  ["2024-07-23", ["2024-07-01", "2024-07-24", "2024-07-30"]],
  ["2024-07-24", ["2024-07-24", "2024-07-30"]],
  ["2024-07-29", ["2024-07-24", "2024-07-30"]],
  ["2024-07-31", ["2024-07-30"]],
])("on %s the reminders of an endorsement due on 2024-07-31 are those of %s", (today, days) => {
  expect(reminderDays(date("2024-07-31"), date(today))).toEqual(days);
});
