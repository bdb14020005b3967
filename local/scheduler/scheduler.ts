import { setTimeout as after } from "node:timers/promises";
import { Cron } from "croner";
import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Clock } from "../clock.ts";
import type { ScheduleDefinition } from "../template/schedules.ts";

interface SchedulerOptions {
  readonly schedules: readonly ScheduleDefinition[];
  readonly clock: Clock;
  /** @throws Error when the execution could not be started, or the function not be called */
  readonly start: (target: string, input: string) => void;
  readonly sendToQueue: (queue: string, body: string) => unknown;
  readonly log: (text: string) => void;
}

/** One time at which a schedule is due, in ms since 1970 by the moved calendar. */
export interface Firing {
  readonly schedule: ScheduleDefinition;
  readonly at: number;
}

/**
 * Starts state machines and calls functions by the local clock: the calendar as it was moved, the time of day as it is. What was due while
 * the machine was off, or on days that the calendar jumped over, has been missed.
 */
export interface Scheduler {
  /** All that is due on one calendar day in Shanghai, in order. */
  readonly dueOn: (day: CalendarDate) => readonly Firing[];
  /** Says whether it was started; if not, the dead-letter queue has it. */
  readonly fire: (schedule: ScheduleDefinition) => Promise<boolean>;
  /** Fires what has become due since it was last asked, unless the calendar was moved in between. */
  readonly tick: () => void;
  readonly next: () => readonly { readonly name: string; readonly at: string }[];
  /** Asks every second. */
  readonly run: () => void;
  readonly close: () => void;
}

export const schedulerOf = ({ schedules, clock, start, sendToQueue, log }: SchedulerOptions): Scheduler => {
  const times = schedules.map((schedule) => {
    const { pattern, timeZone } = schedule.times;
    return { schedule, cron: new Cron(pattern, { timezone: timeZone, mode: "7-part" }) };
  });
  const ending = new AbortController();
  let moved = clock.movedByDays();
  let asked = clock.now();

  /** After the first moment, up to and including the last. */
  const between = (first: number, last: number): readonly Firing[] =>
    times
      .flatMap(({ schedule, cron }) => timesOf(cron, first, last).map((at) => ({ schedule, at })))
      .toSorted((one, other) => one.at - other.at);

  const fire = async (schedule: ScheduleDefinition): Promise<boolean> => {
    const begun = Date.now();
    for (let attempt = 0; ; attempt += 1) {
      try {
        start(schedule.target, schedule.input);
        return true;
      } catch (error) {
        log(`${schedule.name} did not start: ${error}`);
      }
      const pauseMs = Math.min(1000 * 2 ** attempt, 60_000);
      const isTooOld = Date.now() + pauseMs - begun > schedule.maximumAgeMs;
      if (attempt >= schedule.retries || isTooOld) break;
      await after(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined);
      // the machine is being switched off: it misses this one
      if (ending.signal.aborted) return false;
    }
    if (schedule.deadLetterQueue !== undefined) sendToQueue(schedule.deadLetterQueue, schedule.input);
    return false;
  };

  const tick = (): void => {
    const from = moved === clock.movedByDays() ? asked : clock.now();
    moved = clock.movedByDays();
    asked = clock.now();
    for (const { schedule } of between(from, asked)) fire(schedule).catch((error) => log(`${schedule.name}: ${error}`));
  };

  return {
    dueOn: (day) => between(midnight(day) - 1, midnight(dateOf(dayAfter(dayOf(day), 1))) - 1),
    fire,
    tick,
    next: () =>
      times.flatMap(({ schedule, cron }) => {
        const at = cron.nextRun(new Date(clock.now()));
        return at === null ? [] : [{ name: schedule.name, at: at.toISOString() }];
      }),
    run: () => {
      const timer = setInterval(tick, 1000);
      ending.signal.addEventListener("abort", () => clearInterval(timer));
    },
    close: () => ending.abort(),
  };
};

const timesOf = (cron: Cron, first: number, last: number): readonly number[] => {
  const found: number[] = [];
  for (let at = cron.nextRun(new Date(first)); at !== null && at.getTime() <= last; at = cron.nextRun(at))
    found.push(at.getTime());
  return found;
};

const midnight = (day: CalendarDate): number => Date.parse(`${day}T00:00:00+08:00`);
