import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { QueuePlace } from "#shared/storage/reviews.ts";

/** A term that is not certain yet is never overdue. */
export const isOverdue = ({ term, dueOn }: Pick<QueuePlace, "term" | "dueOn">, on: CalendarDate): boolean =>
  term === "fixed" && dueOn < on;
