import { type CalendarDate, date, dateOf, day, dayAfter } from "#shared/domain/calendar.ts";
import { type Chance, chanceOf } from "#test/support/chance.ts";
import { type Arrival, arrivalsOf, roughly } from "./arrivals.ts";
import type { EventSource } from "./change-stream.ts";
import type { Weather } from "./gate.ts";
import { type Registry, registryFrom } from "./registry.ts";

/** All that is drawn before a simulation begins. */
export interface Plan {
  readonly seed: number;
  readonly startsOn: CalendarDate;
  /** How many days it storms. */
  readonly days: number;
  readonly persons: number;
  readonly arrivals: readonly Arrival[];
  readonly weather: Weather;
  /** In some simulations the retry queue is hardly there. */
  readonly queueFaults: number;
  readonly eventSource: EventSource;
  readonly mostReceives: number;
  /** So many of a thousand records of the stream can't be read. */
  readonly poisonRecords: number;
  /** On so many of a hundred days nobody follows the feed. */
  readonly feedStops: number;
  /** Some simulations have no operator, some no sweep before the end: what others would repair stands out there. */
  readonly operator: number;
  readonly sweeps: number;
  /** On which of the days the new program is rolled out, and from when on its revision of the standard holds. */
  readonly rollsOutOn: number;
  readonly registry: Registry;
  readonly pageSize: number;
  readonly sliceSeconds: number;
}

export const planOf = (seed: number): Plan => {
  const chance = chanceOf(seed, 0);
  const startsOn = dateOf(dayAfter(firstDay, chance.between(0, 12)));
  const persons = chance.between(1, 4);
  const days = chance.between(2, 6);
  return {
    seed,
    startsOn,
    days,
    persons,
    arrivals: roughly(chance, chance.several(persons, (person) => arrivalsOf(chance, person, startsOn)).flat()),
    weather: weatherOf(chance),
    queueFaults: chance.oneOf(0, 0, 600),
    eventSource: { lanes: chance.between(1, 3), batchSize: chance.between(1, 4), attempts: chance.between(2, 4) },
    mostReceives: chance.between(2, 5),
    poisonRecords: chance.oneOf(0, 0, 30),
    feedStops: chance.oneOf(0, 0, 50, 90),
    operator: chance.oneOf(0, 0, 1),
    sweeps: chance.oneOf(0, 0, 30),
    rollsOutOn: chance.between(0, days),
    registry: registryFrom(chance.oneOf(...revisions)),
    pageSize: chance.between(1, 2),
    sliceSeconds: chance.oneOf(5, 600),
  };
};

const firstDay = day("2024-06-20");

const revisions = ["2024-06-01", "2024-06-26", "2024-07-01", "2024-07-04"].map(date) as [
  CalendarDate,
  ...CalendarDate[],
];

const weatherOf = (chance: Chance): Weather => ({
  faults: chance.oneOf(0, 30, 80, 200),
  kills: chance.oneOf(0, 10, 30),
});
