import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import { type Instant, shanghaiDate } from "#shared/domain/dossier.ts";
import { environmentIfSet } from "./environment.ts";

/** Real time, in UTC: what tokens, leases and time stamps live in. */
export const now = (): Instant => new Date().toISOString();

/** The civil day in Asia/Shanghai. The one-machine system moves it by whole days; real time stays where it is. */
export const today = (): CalendarDate => {
  const day = shanghaiDate(now());
  const offset = calendarDayOffset();
  return offset === 0 ? day : dateOf(dayAfter(dayOf(day), offset));
};

// read at each call: the one-machine clock moves while functions are running
const calendarDayOffset = (): number => {
  const days = environmentIfSet("CALENDAR_DAY_OFFSET");
  if (days === undefined) return 0;
  if (!/^-?\d{1,5}$/.test(days)) throw new Error("CALENDAR_DAY_OFFSET is not a whole number of days");
  return Number(days);
};
