import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Review, ReviewStep } from "#shared/domain/review.ts";
import { isOver, isUnlocked } from "#shared/domain/review-conditions.ts";
import { isOpen } from "#shared/domain/review-machine.ts";
import type { WorkingDays } from "#shared/domain/working-days.ts";
import { reviewRulesFor } from "./review-terms.ts";

/** What the calendar does to a review on the day, one step at a time; nothing where it has to do nothing. */
export const calendarStep = (review: Review, today: CalendarDate, workingDays: WorkingDays): ReviewStep | undefined => {
  const { state, term, lock } = review;
  if (!isOpen(state) || !term) return undefined;
  return (
    fixing(review, workingDays) ??
    (lock && isUnlocked(lock.term, today) ? { type: "released" } : undefined) ??
    (isOver(term, today) ? atTheEnd(review, today, workingDays) : reminding(review, today, workingDays))
  );
};

/** The day before a term's end on which it is called to mind. */
export const reminderDay = ({ fact, term }: Pick<Review, "fact" | "term">, workingDays: WorkingDays) =>
  term && workingDays.before(term, reviewRulesFor(fact).workingDays.reminder);

/** Whoever was told that a term is over need not hear that it ends. */
export const isToBeReminded = ({ state, reminded, escalated }: Review): boolean =>
  !reminded && (state === "material-asked" || !escalated);

const fixing = ({ term }: Review, workingDays: WorkingDays): ReviewStep | undefined => {
  const fixed = term?.provisional ? workingDays.fixed(term) : undefined;
  return fixed && !fixed.provisional ? { type: "term-fixed", term: fixed } : undefined;
};

const atTheEnd = (review: Review, today: CalendarDate, workingDays: WorkingDays): ReviewStep | undefined => {
  const { state, begunBy, pausedWorkingDays = 0, escalated } = review;
  if (state !== "material-asked") return escalated ? undefined : { type: "escalated" };
  // what the office has begun doesn't end because the person is silent
  return begunBy === "person"
    ? { type: "lapsed" }
    : { type: "lapsed", term: workingDays.term(today, pausedWorkingDays) };
};

const reminding = (review: Review, today: CalendarDate, workingDays: WorkingDays): ReviewStep | undefined => {
  const on = reminderDay(review, workingDays);
  const isDue = !review.term?.provisional && isToBeReminded(review) && on !== undefined && today >= on;
  return isDue ? { type: "reminded" } : undefined;
};
