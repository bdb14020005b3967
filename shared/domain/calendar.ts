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

export const dayOf = (date: CalendarDate): Day => dayAfter(firstDayOf(monthIn(date)), digits(date, 8, 10) - 1);

export const dateOf = (day: Day): CalendarDate => {
  const month = monthOn(day);
  return `${monthText(month)}-${two(day - firstDayOf(month) + 1)}` as CalendarDate;
};

export const monthOf = (month: CalendarMonth): Month => monthIn(month);

export const monthText = (month: Month): CalendarMonth =>
  `${Math.floor(month / 12)}-${two((month % 12) + 1)}` as CalendarMonth;

/** The month in which the day lies. */
export const monthOn = (day: Day): Month => {
  let month = (firstMonth + Math.floor((day - firstDayOf(firstMonth)) / meanMonth)) as Month;
  while (firstDayOf(month) > day) month = monthAfter(month, -1);
  while (firstDayOf(monthAfter(month)) <= day) month = monthAfter(month);
  return month;
};

/** @throws RangeError for a month of another age */
export const firstDayOf = (month: Month): Day => {
  const day = firstDays[month - firstMonth];
  if (day === undefined) throw new RangeError(`month ${month} lies outside the calendar`);
  return day;
};

export const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);
export const earlierOf = (one: Day, other: Day): Day => (one < other ? one : other);
export const dayAfter = (day: Day, days = 1): Day => (day + days) as Day;
export const monthAfter = (month: Month, months = 1): Month => (month + months) as Month;

/** 民法典 202: the corresponding day, or the last of the month where there is none. */
export const addMonths = (day: Day, months: number): Day => {
  const month = monthOn(day);
  return correspondingDay(day - firstDayOf(month), monthAfter(month, months));
};

/** 每满 1 个月: the largest n for which the nth corresponding day has come, and the days since; 0 before the start. */
export const monthsAndDays = (start: Day, end: Day): { readonly months: number; readonly days: number } => {
  if (end <= start) return { months: 0, days: 0 };
  const from = monthOn(start);
  const to = monthOn(end);
  const daysIn = start - firstDayOf(from);
  const days = end - correspondingDay(daysIn, to);
  if (days >= 0) return { months: to - from, days };
  return { months: to - from - 1, days: end - correspondingDay(daysIn, monthAfter(to, -1)) };
};

export const completeMonths = (start: Day, end: Day): number => monthsAndDays(start, end).months;

/** The largest n for which the nth anniversary has come; negative before the start. */
export const completeYears = (start: Day, end: Day): number =>
  end < start ? -1 : Math.floor(completeMonths(start, end) / 12);

const correspondingDay = (daysIn: number, month: Month): Day =>
  earlierOf(dayAfter(firstDayOf(month), daysIn), dayAfter(firstDayOf(monthAfter(month)), -1));

/** The month with which the text of a month or of a day begins. */
const monthIn = (text: string): Month => (digits(text, 0, 4) * 12 + digits(text, 5, 7) - 1) as Month;

// a third of the time of Number(text.slice(from, to)), and decoding a dossier is mostly this
const digits = (text: string, from: number, to: number): number => {
  let number = 0;
  for (let place = from; place < to; place++) number = number * 10 + text.charCodeAt(place) - 48;
  return number;
};

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

// from the year before the first day to the last birthday of whoever is born on the last
const firstYear = 1899;
const lastYear = 2260;
const firstMonth = (firstYear * 12) as Month;
const meanMonth = 30.436_875;

/** The first day of every month, in order: what is looked up need not be reckoned. */
const firstDays: readonly Day[] = (() => {
  const days: Day[] = [];
  let day = -25_932; // 1899-01-01
  for (let year = firstYear; year <= lastYear; year++) {
    const february = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
    for (const length of [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
      days.push(day as Day);
      day += length;
    }
  }
  return days;
})();
