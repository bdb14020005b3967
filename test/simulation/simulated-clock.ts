import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import { type Instant, shanghaiDate } from "#shared/domain/dossier.ts";

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
  let time = midnightOf(today) + halfAnHour;
  return {
    now: () => new Date(time).toISOString(),
    today: () => today,
    pass: (milliseconds) => {
      time += milliseconds;
      today = shanghaiDate(new Date(time).toISOString());
    },
    nextDay: () => {
      today = dateOf(dayAfter(dayOf(today)));
      time = midnightOf(today) + halfAnHour;
    },
  };
};

const halfAnHour = 30 * 60_000;

const midnightOf = (date: CalendarDate): number => Date.parse(`${date}T00:00:00.000+08:00`);
