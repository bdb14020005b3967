import { type CalendarDate, dateOf, dayAfter, dayOf } from "./calendar.ts";
import type { Dossier } from "./dossier.ts";
import { permitOn, permitTimeline } from "./permit-timeline.ts";

/** 签注: every day by which a permit has to be endorsed, as far as anything is known of one, today or ahead. */
export const endorsementDays = ({ permitEvents }: Pick<Dossier, "permitEvents">, today: CalendarDate) => {
  const days = permitEvents.flatMap(({ event }) =>
    "endorsementDueOn" in event && event.endorsementDueOn >= today ? [event.endorsementDueOn] : [],
  );
  return [...new Set(days)].sort();
};

/** The day by which the permit in force has to be endorsed; none where it isn't valid. */
export const endorsementDueOn = (
  { permitEvents }: Pick<Dossier, "permitEvents">,
  today: CalendarDate,
): CalendarDate | undefined => {
  const state = permitOn(permitTimeline(permitEvents), dayOf(today));
  if (state.standing !== "valid" || state.endorsementDueOn === undefined) return undefined;
  return dateOf(state.endorsementDueOn);
};

/** When to call it to mind: 30, 7 and 1 days before; of what has passed by already only the last. */
export const reminderDays = (dueOn: CalendarDate, today: CalendarDate): readonly CalendarDate[] => {
  const days = daysBefore.map((days) => dateOf(dayAfter(dayOf(dueOn), -days)));
  const passed = days.filter((day) => day <= today);
  return [...passed.slice(-1), ...days.filter((day) => day > today)];
};

const daysBefore = [30, 7, 1] as const;
