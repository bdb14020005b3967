import { describe, expect, test } from "vitest";
import { type CalendarDate, date, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Review } from "#shared/domain/review.ts";
import { createWorkingDays } from "#shared/domain/working-days.ts";
import { calendarStep } from "#shared/procedure/calendar-step.ts";
import { nextDayOf } from "#shared/procedure/next-day.ts";
import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { aReview } from "#test/support/a-review.ts";

const workingDays = publishedWorkingDays();
const noHolidays = createWorkingDays([]);
// Thursday 12 February 2026: Spring Festival from the 15th to the 23rd, worked for on Saturdays 14 and 28
const before = date("2026-02-12");
const term = workingDays.term(before, 5);
const lockUntil = (dueOn: string): NonNullable<Review["lock"]> => ({
  subject: "verifier-1",
  department: "hrss",
  term: { startedOn: before, workingDays: 1, dueOn: date(dueOn), provisional: false },
});
const submitted = aReview({ term });
const locked = aReview({ term, state: "under-verification", lock: lockUntil("2026-02-13") });
const asked = aReview({ term, state: "material-asked", pausedWorkingDays: 3 });

const stepOn = (review: Review, on: string, known = workingDays) => calendarStep(review, date(on), known)?.type;

describe("what the calendar does to a review", () => {
  test("across Spring Festival five working days end on the 26th: 13 and 14 February, then the 24th to the 26th", () => {
    expect(term).toEqual({ startedOn: "2026-02-12", workingDays: 5, dueOn: "2026-02-26", provisional: false });
  });

  test("it calls to mind two working days before the end", () => {
    expect(stepOn(submitted, "2026-02-23")).toBeUndefined();
    expect(stepOn(submitted, "2026-02-24")).toBe("reminded");
    expect(stepOn({ ...submitted, reminded: true }, "2026-02-24")).toBeUndefined();
  });

  test("it escalates on the day after the last, once, and reminds nobody any more", () => {
    expect(stepOn({ ...submitted, reminded: true }, "2026-02-26")).toBeUndefined();
    expect(stepOn(submitted, "2026-02-27")).toBe("escalated");
    expect(stepOn({ ...submitted, escalated: true }, "2026-02-27")).toBeUndefined();
    expect(nextDayOf({ ...submitted, escalated: true }, workingDays)).toBeUndefined();
  });

  test("it takes a lock that has run out", () => {
    expect(stepOn(locked, "2026-02-13")).toBeUndefined();
    expect(stepOn(locked, "2026-02-14")).toBe("released");
  });

  test("what was asked for and never came lapses on the day after the last", () => {
    expect(stepOn({ ...asked, reminded: true }, "2026-02-26")).toBeUndefined();
    expect(calendarStep(asked, date("2026-02-27"), workingDays)).toEqual({ type: "lapsed" });
  });

  test("where the office began the round, it goes on without the material for the days that were left", () => {
    expect(calendarStep({ ...asked, begunBy: "office" }, date("2026-02-27"), workingDays)).toEqual({
      type: "lapsed",
      term: { startedOn: "2026-02-27", workingDays: 3, dueOn: "2026-03-03", provisional: false },
    });
  });

  test("it leaves alone what waits for nobody", () => {
    const { term: _, ...withdrawn } = aReview({ state: "withdrawn" });

    expect(stepOn(withdrawn, "2099-12-31")).toBeUndefined();
    expect(nextDayOf(withdrawn, workingDays)).toBeUndefined();
  });
});

describe("a term into a year without data", () => {
  const provisional = noHolidays.term(before, 5);
  const waits = aReview({ term: provisional });

  test("is provisional, and neither reminds nor enforces", () => {
    expect(provisional).toMatchObject({ dueOn: "2026-02-19", provisional: true });
    for (const review of [waits, { ...waits, state: "material-asked" as const }]) {
      expect(stepOn(review, "2027-12-31", noHolidays)).toBeUndefined();
      expect(nextDayOf(review, noHolidays)).toBe("provisional");
    }
  });

  test("is fixed when the year is loaded, before anything else", () => {
    expect(calendarStep(waits, date("2026-02-27"), workingDays)).toEqual({ type: "term-fixed", term });
  });

  test("a lock in it runs out by plain weekdays", () => {
    const lock = { subject: "verifier-1", department: "hrss", term: noHolidays.term(before, 1) } as const;

    expect(stepOn({ ...waits, state: "under-verification", lock }, "2026-02-13", noHolidays)).toBeUndefined();
    expect(stepOn({ ...waits, state: "under-verification", lock }, "2026-02-14", noHolidays)).toBe("released");
  });
});

test.each([
  ["submitted", submitted],
  ["reminded", { ...submitted, reminded: true }],
  ["escalated", { ...submitted, escalated: true }],
  ["locked", locked],
  ["locked for long", { ...locked, lock: lockUntil("2026-03-05") }],
  ["locked and reminded", { ...locked, reminded: true, lock: lockUntil("2026-02-25") }],
  ["material asked", asked],
  ["material asked after it was escalated", { ...asked, escalated: true }],
  ["material asked and reminded", { ...asked, reminded: true }],
])("the next day of a review that is %s is the first on which something is done", (_, review) => {
  const days = Array.from({ length: 60 }, (__, more) => dateOf(dayAfter(dayOf(before), more)));
  const first: CalendarDate | undefined = days.find((on) => calendarStep(review, on, workingDays));

  expect(nextDayOf(review, workingDays)).toBe(first);
});
