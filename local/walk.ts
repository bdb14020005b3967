import * as z from "zod";
import { CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Clock } from "./clock.ts";
import type { Scheduler } from "./scheduler/scheduler.ts";

/** By so many days from where the calendar is, or to a day. 0 ends a walk after the day it has come to. */
export const WalkOrder = z.union([
  z.strictObject({ walk: z.int().min(0).max(36_500) }),
  z.strictObject({ walkTo: CalendarDate }),
]);
export type WalkOrder = z.infer<typeof WalkOrder>;

/** How far a walk has come. */
export interface WalkState {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly nightsRun: number;
  /** How many executions and calls schedules have started. */
  readonly started: number;
  /** How many times a schedule could start nothing. */
  readonly notStarted: number;
  readonly seconds: number;
}

/** Lets the calendar go day by day, each with all that is due on it, instead of jumping. */
export interface Walk {
  /** Says whether it was begun: there is one at a time. */
  readonly begin: (to: CalendarDate) => boolean;
  /** Ends it after the day it has come to. */
  readonly end: () => Promise<void>;
  readonly under: () => WalkState | null;
  /** The one before, or how it failed. */
  readonly last: () => (WalkState & { readonly error?: string }) | null;
}

interface Walking {
  readonly clock: Clock;
  readonly scheduler: Pick<Scheduler, "dueOn" | "fire">;
  /** Waits until nothing is left running of what schedules start. */
  readonly idle: () => Promise<void>;
}

export const walkOf = ({ clock, scheduler, idle }: Walking): Walk => {
  let state: WalkState | null = null;
  let last: ReturnType<Walk["last"]> = null;
  let going: Promise<void> = Promise.resolve();
  let isEnding = false;

  const walk = async (begun: WalkState): Promise<WalkState> => {
    const startedAt = Date.now();
    let { nightsRun, started, notStarted } = begun;
    for (let day = dayAfter(dayOf(begun.from), 1); day <= dayOf(begun.to) && !isEnding; day = dayAfter(day, 1)) {
      clock.move({ today: dateOf(day) });
      for (const { schedule } of scheduler.dueOn(dateOf(day))) {
        if (await scheduler.fire(schedule)) started += 1;
        else notStarted += 1;
        // the executions that this one starts to go on with are among those that run
        await idle();
      }
      nightsRun += 1;
      state = { ...begun, nightsRun, started, notStarted, seconds: (Date.now() - startedAt) / 1000 };
    }
    return state ?? begun;
  };

  return {
    begin: (to) => {
      if (state !== null) return false;
      const begun = { from: clock.today(), to, nightsRun: 0, started: 0, notStarted: 0, seconds: 0 };
      state = begun;
      isEnding = false;
      going = walk(begun)
        .then(
          (walked) => {
            last = walked;
          },
          (error: unknown) => {
            last = { ...(state ?? begun), error: String(error) };
          },
        )
        .finally(() => {
          state = null;
        });
      return true;
    },
    end: async () => {
      isEnding = true;
      await going;
    },
    under: () => state,
    last: () => last,
  };
};

/** The day on which a walk ends. */
export const endOfWalk = (order: WalkOrder, today: CalendarDate): CalendarDate =>
  "walkTo" in order ? order.walkTo : CalendarDate.parse(dateOf(dayAfter(dayOf(today), order.walk)));
