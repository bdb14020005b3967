import fc from "fast-check";
import { expect, test } from "vitest";
import { foldPermits } from "#shared/domain/permit-fold.ts";
import { permitTimeline } from "#shared/domain/permit-timeline.ts";
import { chanceOf } from "#test/support/chance.ts";
import { nastyPermitEvents } from "#test/support/nasty-permits.ts";

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
      const standings = (recorded: typeof events) =>
        permitTimeline(recorded).map((state) =>
          state.standing === "none" ? [state.from, "none"] : [state.from, state.standing, state.since, state.area],
        );
      const renumbered = events.map(({ event }) => ({ event, version: versions.next().value }));

      expect(standings(renumbered)).toEqual(standings(events));
    }),
  );
});

test("an event that waits or is never lawful changes nothing", () => {
  fc.assert(
    fc.property(nastyEvents, (events) => {
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
