import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Review, Term } from "#shared/domain/review.ts";
import { isOpen } from "#shared/domain/review-machine.ts";
import type { WorkingDays } from "#shared/domain/working-days.ts";
import { isToBeReminded, reminderDay } from "./calendar-step.ts";

/** The first day on which `calendarStep` has something to do; `provisional` while no holidays are known for it. */
export const nextDayOf = (review: Review, workingDays: WorkingDays): CalendarDate | "provisional" | undefined => {
  const { state, term, lock, escalated } = review;
  if (!isOpen(state) || !term) return undefined;
  if (term.provisional) return "provisional";
  const reminder = isToBeReminded(review) ? reminderDay(review, workingDays) : undefined;
  const days = [
    lock && dayAfterEnd(lock.term),
    reminder,
    state === "material-asked" || !escalated ? dayAfterEnd(term) : undefined,
  ];
  return days.filter((day) => day !== undefined).sort()[0];
};

const dayAfterEnd = ({ dueOn }: Term): CalendarDate => dateOf(dayAfter(dayOf(dueOn)));
