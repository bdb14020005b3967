import * as z from "zod";
import { ClockStep } from "../clock.ts";
import type { System } from "../system.ts";
import { endOfWalk, WalkOrder } from "../walk.ts";
import type { LocalAnswer } from "./local-routes.ts";

type Calendar = Pick<System, "clock" | "walk">;

/** Where the calendar is, and how a walk goes: `GET /local/clock`. */
export const calendarOf = ({ clock, walk }: Calendar) => ({
  today: clock.today(),
  movedByDays: clock.movedByDays(),
  walking: walk.under(),
  lastWalk: walk.last(),
});

/** `POST /local/clock`: a jump is done when it answers, a walk has begun. */
export const moveCalendar = async ({ clock, walk }: Calendar, body: unknown): Promise<LocalAnswer> => {
  const order = CalendarOrder.parse(body);
  if ("walk" in order && order.walk === 0) {
    await walk.end();
    return { json: calendarOf({ clock, walk }) };
  }
  if (walk.under() !== null) return { conflict: 'The calendar is walking; {"walk": 0} ends that.' };
  if (!("walk" in order || "walkTo" in order)) {
    clock.move(order);
    return { json: calendarOf({ clock, walk }) };
  }
  const to = endOfWalk(order, clock.today());
  if (to <= clock.today()) throw new RangeError(`A walk goes to a day after ${clock.today()}.`);
  walk.begin(to);
  return { json: calendarOf({ clock, walk }), begun: true };
};

const CalendarOrder = z.union([ClockStep, WalkOrder], {
  error: 'must be {"today": "2027-01-01"}, {"days": 30}, {"walk": 365} or {"walkTo": "2027-12-31"}',
});
