import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";

/** Time as the simulated system sees it: it moves when the simulation says so. */
export interface SimulatedClock {
  readonly now: () => Instant;
  readonly today: () => CalendarDate;
  readonly pass: (milliseconds: number) => void;
  /** To half past midnight in Asia/Shanghai. */
  readonly nextDay: () => void;
}

export const simulatedClock = (startsOn: CalendarDate): SimulatedClock => {
  let today = startsOn;
  let midnight = midnightOf(today);
  let time = midnight + halfAnHour;
  const turn = () => {
    today = dateOf(dayAfter(dayOf(today)));
    midnight += day;
  };
  return {
    now: () => new Date(time).toISOString(),
    today: () => today,
    pass: (milliseconds) => {
      time += milliseconds;
      while (time >= midnight + day) turn();
    },
    nextDay: () => {
      turn();
      time = midnight + halfAnHour;
    },
  };
};

const halfAnHour = 30 * 60_000;
const day = 24 * 60 * 60_000;

const midnightOf = (date: CalendarDate): number => Date.parse(`${date}T00:00:00.000+08:00`);
