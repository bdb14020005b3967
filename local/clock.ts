import { readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import { shanghaiDate } from "#shared/domain/dossier.ts";
import { now } from "#shared/runtime/clock.ts";

/** The calendar day of the functions. Tokens and time-outs live in real time. */
export interface Clock {
  readonly movedByDays: () => number;
  readonly today: () => CalendarDate;
  /** Milliseconds since 1970 by the moved calendar: the time of day is the real one. */
  readonly now: () => number;
  readonly move: (step: ClockStep) => void;
}

/** To a day, or by so many days from where it is. */
export const ClockStep = z.union([z.strictObject({ today: CalendarDate }), z.strictObject({ days: z.int() })], {
  error: 'must be {"today": "2027-01-01"} or {"days": 30}',
});
export type ClockStep = z.infer<typeof ClockStep>;

/** Where it was left stays in the file. */
export const openClock = (file: string): Clock => {
  let days = daysIn(file);
  const realDay = () => dayOf(shanghaiDate(now()));
  const today = () => dateOf(dayAfter(realDay(), days));
  return {
    movedByDays: () => days,
    today,
    now: () => Date.now() + days * 86_400_000,
    move: (step) => {
      const day = "today" in step ? step.today : dateOf(dayAfter(dayOf(today()), step.days));
      days = dayOf(CalendarDate.parse(day)) - realDay();
      writeFileSync(file, JSON.stringify({ days }));
    },
  };
};

const daysIn = (file: string): number => {
  try {
    return z.strictObject({ days: z.int() }).parse(JSON.parse(readFileSync(file, "utf8"))).days;
  } catch {
    return 0; // never moved
  }
};
