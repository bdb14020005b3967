import fc from "fast-check";
import { expect, test } from "vitest";
import type { RecordedPermitEvent } from "#shared/domain/permit-event.ts";
import { foldPermits } from "#shared/domain/permit-fold.ts";
import { permitTimeline } from "#shared/domain/permit-timeline.ts";
import { chanceOf } from "#test/support/chance.ts";
import { nastyPermitEvents } from "#test/support/nasty-permits.ts";

type Events = readonly RecordedPermitEvent[];

const nastyEvents = fc.nat().map((number) => nastyPermitEvents(chanceOf(201, number), 2));

const sorted = (verdicts: ReadonlyMap<string, unknown>) =>
  [...verdicts].sort(([one], [other]) => (one < other ? -1 : 1));

test("events make the same timeline and the same verdicts in whatever order they arrive", () => {
  fc.assert(
    fc.property(
      nastyEvents.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], full(events)))),
      ([events, shuffled]) => {
        expect(permitTimeline(shuffled)).toEqual(permitTimeline(events));
        expect(sorted(foldPermits(shuffled).verdicts)).toEqual(sorted(foldPermits(events).verdicts));
      },
    ),
    { numRuns: 3000 },
  );
});

test("versions never change standing, day or county; only from when a restoration counts", () => {
  fc.assert(
    fc.property(nastyEvents, fc.infiniteStream(fc.integer({ min: 1, max: 99 })), (events, versions) => {
      const standings = (recorded: Events) =>
        permitTimeline(recorded).map((state) =>
          state.standing === "none" ? [state.from, "none"] : [state.from, state.standing, state.since, state.area],
        );
      const renumbered = events.map(({ event }) => ({ event, version: versions.next().value }));

      expect(standings(renumbered)).toEqual(standings(events));
    }),
  );
});

// one event without a sequence takes the sequence from all of its day, whether it takes part or not
const sequenced = (events: Events, isSequenced: boolean): Events =>
  events.map(({ event: { sequence: given, ...event }, version }, place) => ({
    event: isSequenced ? { ...event, sequence: given ?? place } : event,
    version,
  }));

test("an event that waits or is never lawful changes nothing, where all or none of a day have a sequence", () => {
  fc.assert(
    fc.property(nastyEvents, fc.boolean(), (nasty, isSequenced) => {
      const events = sequenced(nasty, isSequenced);
      const { verdicts } = foldPermits(events);
      const taking = events.filter(({ event }) => verdicts.get(event.eventId)?.verdict === "takes-part");

      expect(permitTimeline(taking)).toEqual(permitTimeline(events));
    }),
    { numRuns: 2000 },
  );
});

function full(events: readonly unknown[]) {
  return { minLength: events.length, maxLength: events.length };
}
