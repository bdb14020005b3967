import * as z from "zod";
import { CalendarDate, type Day, dateOf, dayAfter, dayOf } from "./calendar.ts";
import type { Term } from "./review.ts";
import { Words } from "./words.ts";

/** 放假调休: the days off of one year and the days worked in their place, as the State Council announces them. */
export const HolidayYear = z
  .strictObject({
    year: z.int().min(1900).max(2099),
    /** 发文字号 */
    document: z.string().min(1),
    name: Words,
    issuedOn: CalendarDate,
    holidays: z
      .array(
        z
          .strictObject({
            name: Words,
            from: CalendarDate,
            to: CalendarDate,
            makeUpDays: z.array(CalendarDate).readonly(),
          })
          .refine(({ from, to }) => from <= to, { path: ["to"], error: "must not lie before from" })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type HolidayYear = z.infer<typeof HolidayYear>;

/** 工作日. A year is known once its notice is loaded; before that only its plain weekdays are. */
export interface WorkingDays {
  knows(year: number): boolean;

  /** Undefined in a year that is not known. */
  isWorkingDay(day: CalendarDate): boolean | undefined;

  /** The day it begins is not counted, the last one is. Provisional if a day of it lies in a year that is not known. */
  term(startedOn: CalendarDate, workingDays: number): Term;

  /** How many working days of the term are left after today; none once it is over. */
  remaining(term: Term, today: CalendarDate): number;

  /** The term as it comes out by what is known now. */
  fixed(term: Term): Term;

  /** The working day that lies so many before the last of the term. */
  before(term: Term, workingDays: number): CalendarDate;
}

export const createWorkingDays = (years: readonly HolidayYear[]): WorkingDays => {
  const known = new Set(years.map(({ year }) => year));
  const off = new Set(years.flatMap(({ holidays }) => holidays.flatMap(({ from, to }) => daysFrom(from, to))));
  const worked = new Set(years.flatMap(({ holidays }) => holidays.flatMap(({ makeUpDays }) => makeUpDays.map(dayOf))));

  const isKnown = (day: Day) => known.has(yearOf(day));
  const isWorked = (day: Day) => worked.has(day) || (isWeekday(day) && !off.has(day));
  /** Goes from day to day until so many working days are behind it. */
  const walk = (
    from: Day,
    workingDays: number,
    direction: 1 | -1,
  ): { readonly day: Day; readonly isKnown: boolean } => {
    let day = from;
    let allKnown = true;
    for (let left = workingDays; left > 0; ) {
      day = dayAfter(day, direction);
      allKnown &&= isKnown(day);
      if (isWorked(day)) left -= 1;
    }
    return { day, isKnown: allKnown };
  };
  const term = (startedOn: CalendarDate, workingDays: number): Term => {
    const last = walk(dayOf(startedOn), workingDays, 1);
    return { startedOn, workingDays, dueOn: dateOf(last.day), provisional: !last.isKnown };
  };

  return {
    knows: (year) => known.has(year),
    isWorkingDay: (date) => (isKnown(dayOf(date)) ? isWorked(dayOf(date)) : undefined),
    term,
    remaining: ({ startedOn, dueOn }, today) => {
      const from = today > startedOn ? today : startedOn;
      return daysFrom(from, dueOn).slice(1).filter(isWorked).length;
    },
    fixed: ({ startedOn, workingDays }) => term(startedOn, workingDays),
    before: ({ dueOn }, workingDays) => dateOf(walk(dayOf(dueOn), workingDays, -1).day),
  };
};

const yearOf = (day: Day): number => Number(dateOf(day).slice(0, 4));

// 1970-01-01 was a Thursday
const isWeekday = (day: Day): boolean => ((((day + 4) % 7) + 7) % 7) % 6 !== 0;

/** Both ends included; none when the second lies before the first. */
const daysFrom = (from: CalendarDate, to: CalendarDate): readonly Day[] =>
  Array.from({ length: Math.max(0, dayOf(to) - dayOf(from) + 1) }, (_, after) => dayAfter(dayOf(from), after));
