import { type CalendarDate, dateOf, dayAfter, dayOf } from "./calendar.ts";
import type { Programme } from "./programme.ts";

/** The first day on which the calendar alone does something with the programme; a day that is past: every day. */
export const programmeNextDay = ({ state, since, dueOn, round }: Programme): CalendarDate | undefined => {
  switch (state) {
    case "draft":
    case "discarded":
      return undefined;
    case "published":
      // what was granted in the first round is still looked after
      return round === 2 ? since : undefined;
    case "settling":
    case "final":
      return since;
    case "preview":
    case "listed":
      return dueOn && dateOf(dayAfter(dayOf(dueOn)));
  }
};
