import * as z from "zod";
import file from "#policies/material-retention.json" with { type: "json" };
import { addMonths, type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import { Words } from "#shared/domain/words.ts";

const Retention = z.strictObject({
  name: Words,
  source: z.string(),
  note: Words,
  /** From the request for an upload. A day at least has passed when the calendar's work of that day begins. */
  unfinishedDays: z.int().min(2),
  /** From the check, of what was handed in with nothing; the last two days it can't be handed in any more. */
  looseDays: z.int().min(3),
  /** From the last step of the last review that it is part of. */
  yearsAfterReview: z.int().positive(),
});

const retention = Retention.parse(file);

/** When an upload that nobody finished goes. */
export const unfinishedUntil = (requestedOn: CalendarDate): CalendarDate =>
  after(requestedOn, retention.unfinishedDays);

/** When what was checked, and handed in with nothing, goes; also the record of what was refused. */
export const looseUntil = (settledOn: CalendarDate): CalendarDate => after(settledOn, retention.looseDays);

/** When a material goes that was part of reviews whose last step was on that day. */
export const attachedUntil = (lastStepOn: CalendarDate): CalendarDate =>
  dateOf(addMonths(dayOf(lastStepOn), 12 * retention.yearsAfterReview));

const after = (from: CalendarDate, days: number): CalendarDate => dateOf(dayAfter(dayOf(from), days));
