import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, day, dayAfter } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import { foldPermits } from "#shared/domain/permit-fold.ts";
import { permitTimeline } from "#shared/domain/permit-timeline.ts";
import { intake, type Sent } from "#test/support/intake.ts";

test("in whatever order lawful events arrive, none is refused and they make the same timeline", async () => {
  await fc.assert(
    fc.asyncProperty(aLawfulLife.chain(withAnotherOrder), async ({ events, order }) => {
      const [one, other] = [await recorded(events), await recorded(order)];

      expect(timelineOf(other)).toEqual(timelineOf(one));
      expect(other.permitEvents).toHaveLength(events.length);
    }),
    { numRuns: 60 },
  );
});

test("whatever had to wait takes part once all have arrived", async () => {
  await fc.assert(
    fc.asyncProperty(aLawfulLife.chain(withAnotherOrder), async ({ order }) => {
      const { permitEvents } = await recorded(order);

      const verdicts = [...foldPermits(permitEvents).verdicts.values()];
      expect(verdicts).toEqual(permitEvents.map(() => ({ verdict: "takes-part" })));
    }),
    { numRuns: 60 },
  );
});

test("every event sent twice and mixed makes the same timeline", async () => {
  await fc.assert(
    fc.asyncProperty(
      aLawfulLife.chain((events) => withAnotherOrder([...events, ...events])),
      async ({ events, order }) => {
        const [one, other] = [await recorded(events), await recorded(order)];

        expect(timelineOf(other)).toEqual(timelineOf(one));
        expect(other.permitEvents).toHaveLength(events.length / 2);
      },
    ),
    { numRuns: 30 },
  );
});

/** What happens next: how many days later, and what; same-day steps are told apart by their sequence. */
const aStep = fc.record({
  days: fc.constantFrom(0, 0, 1, 30, 400),
  does: fc.constantFrom("toggle", "toggle", "move", "endorse", "convert", "reissue"),
  area: fc.constantFrom("339901", "339902", "339903"),
});

/** One permit issued, perhaps suspended and restored, moved, endorsed; converted, or cancelled and a new one issued. */
const aLawfulLife: fc.Arbitrary<readonly Sent[]> = fc.array(aStep, { maxLength: 7 }).map((steps) => {
  let on = day("2024-01-01");
  let permit = 1;
  let suspended = false;
  const events: Sent[] = [];
  const happens = (event: Sent) => {
    const sequence = events.length;
    events.push({ eventId: `e${sequence}`, permitId: `p${permit}`, effectiveOn: dateOf(on), sequence, ...event });
  };
  happens({ type: "issue", area: "339901" });
  for (const { days, does, area } of steps) {
    on = dayAfter(on, days);
    if (does === "toggle") {
      happens({ type: suspended ? "restore" : "suspend" });
      suspended = !suspended;
    } else if (does === "move") happens({ type: "move", area });
    else if (does === "endorse") happens({ type: "endorse", endorsementDueOn: dateOf(dayAfter(on, 365)) });
    else {
      if (does === "convert") happens({ type: "convert", newPermitId: `p${permit + 1}`, area });
      else happens({ type: "cancel" });
      permit += 1;
      suspended = false;
      if (does === "reissue") happens({ type: "issue", area });
    }
  }
  return events;
});

const withAnotherOrder = (events: readonly Sent[]) =>
  fc.record({
    events: fc.constant(events),
    order: fc.shuffledSubarray([...events], { minLength: events.length }),
  });

const recorded = async (events: readonly Sent[]): Promise<Dossier> => {
  const { aResident, permitEvent, residents } = await intake();
  const person = await aResident();
  for (const event of events) await permitEvent(person, event);
  const dossier = await residents.read(person);
  if (!dossier) throw new Error("no dossier");
  return dossier;
};

/** All but the dossier versions, which do count arrivals. */
const timelineOf = ({ permitEvents }: Dossier) =>
  permitTimeline(permitEvents).map((state) =>
    state.standing === "none"
      ? state
      : { ...state, issuedBy: 0, suspendedBy: 0, restored: state.restored && { on: state.restored.on } },
  );
