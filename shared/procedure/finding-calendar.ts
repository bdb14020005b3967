import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Finding, FindingStep } from "#shared/domain/finding.ts";
import { isOver } from "#shared/domain/review-conditions.ts";
import type { WorkingDays } from "#shared/domain/working-days.ts";

/** What the calendar does to a finding on the day, one step at a time; nothing where it has to do nothing. */
export const findingCalendarStep = (
  { state, term }: Finding,
  today: CalendarDate,
  workingDays: WorkingDays,
): FindingStep | undefined => {
  if (!term) return undefined;
  const fixed = term.provisional ? workingDays.fixed(term) : undefined;
  if (fixed && !fixed.provisional) return { type: "term-fixed", term: fixed };
  if (!isOver(term, today)) return undefined;
  return state === "proposed" ? { type: "hearing-over" } : { type: "appeal-time-over" };
};

/** The first day on which somebody has to look at the finding though nobody asks; `on`: the day it came to stand so. */
export const findingNextDay = ({ isOutstanding, term }: Finding, on: CalendarDate): CalendarDate | undefined => {
  if (isOutstanding) return on;
  // while it is not certain, it is looked at every day from the earliest day that it can be
  return term && (term.provisional ? term.dueOn : dateOf(dayAfter(dayOf(term.dueOn))));
};
