import { dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { createCalendar } from "./calendar.ts";
import { createEventSources, type EventSources } from "./event-sources.ts";
import { operatorIn } from "./operator.ts";
import { query } from "./query.ts";
import { settled } from "./scheduler.ts";
import { createSources, type Sources } from "./sources.ts";
import type { System } from "./system.ts";

/** One thing that may happen next, and how often it does beside the others. */
export interface Possible {
  readonly weight: number;
  readonly isPossible: () => boolean;
  readonly happen: () => void;
}

export interface Life {
  readonly sources: Sources;
  readonly eventSources: EventSources;
}

/**
 * Plays the days of the plan. At every moment one of those that wait for a call goes on, or something new begins:
 * whatever chance picks.
 */
export const storm = async (system: System): Promise<Life> => {
  const { chance, scheduler, clock, violations } = system;
  const life = { sources: createSources(system), eventSources: createEventSources(system) };
  const calendar = createCalendar(system);
  const possible = possibleIn(system, life, calendar);

  for (let step = 0; step < mostSteps && !violations.first(); step++) {
    clock.pass(chance.between(0, 3000));
    if (scheduler.isWaiting() && chance.percent(80)) {
      await scheduler.step();
      continue;
    }
    const now = possible.filter(({ isPossible }) => isPossible());
    const next = weighed(now, chance.between(1, total(now)));
    if (!next) break;
    next.happen();
    await settled();
    if (calendar.isOver() && !life.sources.hasMore()) break;
  }
  return life;
};

const mostSteps = 4000;

const total = (possible: readonly Possible[]): number => possible.reduce((sum, { weight }) => sum + weight, 0);

const weighed = (possible: readonly Possible[], place: number): Possible | undefined => {
  let left = place;
  return possible.find(({ weight }) => {
    left -= weight;
    return left <= 0;
  });
};

const possibleIn = (
  system: System,
  { sources, eventSources }: Life,
  calendar: ReturnType<typeof createCalendar>,
): readonly Possible[] => {
  const { chance, retryQueue, machine, clock, truth, plan } = system;
  const always = () => true;
  const somebody = (): ResidentId => {
    const everyone = truth.everyone();
    return everyone[chance.between(0, everyone.length - 1)] as ResidentId;
  };
  const aroundToday = () => dateOf(dayAfter(dayOf(clock.today()), chance.between(-8, 8)));

  return [
    { weight: 12, isPossible: sources.hasMore, happen: sources.sendNext },
    { weight: 40, isPossible: () => calendar.isFed() && eventSources.canDeliver(), happen: eventSources.deliver },
    { weight: 20, isPossible: eventSources.canReceive, happen: eventSources.receive },
    { weight: 40, isPossible: machine.isReady, happen: machine.goOn },
    {
      weight: 6,
      isPossible: always,
      happen: () => query(system, somebody(), chance.percent(60) ? clock.today() : aroundToday()),
    },
    { weight: 8, isPossible: calendar.canGoOn, happen: calendar.goOn },
    { weight: 12, isPossible: calendar.isFiring, happen: calendar.fire },
    {
      // worked on for too long: it shows itself to others
      weight: 2,
      isPossible: () => retryQueue.hidden().length > 0,
      happen: () => {
        for (const message of retryQueue.hidden()) retryQueue.show(message);
      },
    },
    { weight: 2, isPossible: always, happen: () => clock.pass(11 * 60_000) },
    { weight: 1, isPossible: () => plan.weather.kills > 0 && !machine.isIdle(), happen: machine.abort },
    ...operatorIn(system),
  ];
};
