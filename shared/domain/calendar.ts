import * as z from "zod";

/** A civil day in Asia/Shanghai as people write it, YYYY-MM-DD, from 1900-01-01 to 2099-12-31. */
export const CalendarDate = z.iso
  .date("must be a day that exists, written YYYY-MM-DD")
  .refine((date) => date >= "1900-01-01" && date <= "2099-12-31", "must lie between 1900-01-01 and 2099-12-31")
  .brand<"CalendarDate">()
  .meta({
    id: "CalendarDate",
    description: "A civil day in Asia/Shanghai, YYYY-MM-DD, 1900 to 2099",
    examples: ["2024-06-30"],
  });
export type CalendarDate = z.infer<typeof CalendarDate>;

/** A calendar month as people write it, YYYY-MM. */
export const CalendarMonth = z
  .string()
  .regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, "must be a month, written YYYY-MM, between 1900-01 and 2099-12")
  .brand<"CalendarMonth">()
  .meta({ id: "CalendarMonth", description: "A calendar month, YYYY-MM", examples: ["2024-06"] });
export type CalendarMonth = z.infer<typeof CalendarMonth>;

declare const unit: unique symbol;

/** A civil day as a count of days since 1970-01-01: what the core reckons in. */
export type Day = number & { readonly [unit]: "Day" };

/** A calendar month as a count of months since January of the year 0. */
export type Month = number & { readonly [unit]: "Month" };

/** Later than every day: "never". */
export const never = Number.MAX_SAFE_INTEGER as Day;

/** Earlier than every day: "always has been". */
export const always = Number.MIN_SAFE_INTEGER as Day;

/** @throws ZodError when the text is not a day from 1900 to 2099 */
export const date = (text: string): CalendarDate => CalendarDate.parse(text);

/** @throws ZodError when the text is not a day from 1900 to 2099 */
export const day = (text: string): Day => dayOf(date(text));

export const dayOf = (date: CalendarDate): Day =>
  dayFrom(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));

export const dateOf = (day: Day): CalendarDate => {
  const { year, month, dayOfMonth } = civil(day);
  return `${year}-${two(month)}-${two(dayOfMonth)}` as CalendarDate;
};

export const monthOf = (month: CalendarMonth): Month => monthFrom(Number(month.slice(0, 4)), Number(month.slice(5, 7)));

export const monthText = (month: Month): CalendarMonth =>
  `${Math.floor(month / 12)}-${two((month % 12) + 1)}` as CalendarMonth;

/** The month in which the day lies. */
export const monthOn = (day: Day): Month => {
  const { year, month } = civil(day);
  return monthFrom(year, month);
};

export const firstDayOf = (month: Month): Day => dayFrom(Math.floor(month / 12), (month % 12) + 1, 1);

export const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);
export const earlierOf = (one: Day, other: Day): Day => (one < other ? one : other);
export const dayAfter = (day: Day, days = 1): Day => (day + days) as Day;

/** 民法典 202: the corresponding day, or the last of the month where there is none. */
export const addMonths = (day: Day, months: number): Day => {
  const { year, month, dayOfMonth } = civil(day);
  const target = (year * 12 + month - 1 + months) as Month;
  const first = firstDayOf(target);
  const length = firstDayOf((target + 1) as Month) - first;
  return (first + (dayOfMonth < length ? dayOfMonth : length) - 1) as Day;
};

/** 每满 1 个月: the largest n for which the nth corresponding day has come; 0 when the end is before the start. */
export const completeMonths = (start: Day, end: Day): number => {
  if (end <= start) return 0;
  const from = civil(start);
  const to = civil(end);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return to.dayOfMonth >= from.dayOfMonth || addMonths(start, months) <= end ? months : months - 1;
};

/** The largest n for which the nth anniversary has come; negative before the start. */
export const completeYears = (start: Day, end: Day): number =>
  end < start ? -1 : Math.floor(completeMonths(start, end) / 12);

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

// days and civil dates of the proleptic Gregorian calendar, in eras of 400 years that begin on 1 March
const daysPerEra = 146_097;
const epoch = 719_468;

const civil = (day: Day): Civil => {
  const shifted = day + epoch;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
};

const dayFrom = (year: number, month: number, dayOfMonth: number): Day => {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * daysPerEra + dayOfEra - epoch) as Day;
};

const monthFrom = (year: number, month: number): Month => (year * 12 + month - 1) as Month;

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);
