import { isDeepStrictEqual } from "node:util";
import { applyChange, type Dossier } from "#shared/domain/dossier.ts";
import type { PermitEvent, RecordedPermitEvent } from "#shared/domain/permit-event.ts";
import { type EventVerdict, foldPermits } from "#shared/domain/permit-fold.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Decision, Taken } from "./decision.ts";
import type { Receipt } from "./receipt.ts";

/**
 * What to do with a permit event, judged by its effective day and sequence and never by when it arrived.
 * @throws Refusal event-id-reused, event-never-lawful
 */
export const decidePermitEvent = (
  dossier: Dossier,
  event: PermitEvent,
  { receivedAt, receivedOn, by }: Receipt,
): Decision => {
  const { eventId } = event;
  const known = dossier.permitEvents.find((recorded) => recorded.event.eventId === eventId);
  if (known) {
    if (!isDeepStrictEqual(known.event, event)) throw new Refusal("event-id-reused", { eventId });
    const verdict = verdictOn(dossier.permitEvents, eventId);
    return { does: "nothing", taken: { ...waiting(verdict), outcome: "duplicate" } };
  }
  const recorded = {
    residentId: dossier.residentId,
    version: dossier.version + 1,
    change: { type: "permit-event-recorded", event },
    receivedAt,
    receivedOn,
    by,
  } as const;
  const after = applyChange(dossier, recorded);
  const verdict = verdictOn(after.permitEvents, eventId);
  switch (verdict.verdict) {
    case "takes-part":
      return { does: "append", dossier: after, recorded, taken: { outcome: "applied" } };
    case "waiting":
      return { does: "append", dossier: after, recorded, taken: { outcome: "waiting", ...waiting(verdict) } };
    case "never-lawful":
      throw new Refusal("event-never-lawful", { eventId, because: verdict.because });
  }
};

const waiting = (verdict: EventVerdict): Pick<Taken, "waitsFor"> =>
  verdict.verdict === "waiting" ? { waitsFor: verdict.waitsFor } : {};

const verdictOn = (events: readonly RecordedPermitEvent[], eventId: string): EventVerdict => {
  const verdict = foldPermits(events).verdicts.get(eventId);
  if (!verdict) throw new Error("the fold gave no verdict on an event");
  return verdict;
};
