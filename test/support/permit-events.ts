import { day } from "#shared/domain/calendar.ts";
import { PermitEvent, type RecordedPermitEvent } from "#shared/domain/permit-event.ts";
import { type EventVerdict, foldPermits } from "#shared/domain/permit-fold.ts";
import { permitOn, permitTimeline } from "#shared/domain/permit-timeline.ts";

/** A permit event on a day; of `permit-1`, placed in county 339901, unless it says otherwise. Its id tells what and when. */
export const permitEvent = (
  type: PermitEvent["type"],
  effectiveOn: string,
  more: Readonly<Record<string, unknown>> = {},
): PermitEvent => {
  const { permitId = "permit-1" } = more;
  const needed = {
    issue: { area: "339901" },
    move: { area: "339902" },
    convert: { area: "339902", newPermitId: "permit-2" },
    endorse: { endorsementDueOn: "2030-01-01" },
    suspend: {},
    restore: {},
    cancel: {},
  } as const;
  const eventId = `${type}-${permitId}-${effectiveOn}`;
  return PermitEvent.parse({ type, eventId, permitId, effectiveOn, ...needed[type], ...more });
};

/** Events as a dossier records them, the first in version 2. */
export const arrived = (...events: readonly PermitEvent[]): readonly RecordedPermitEvent[] =>
  events.map((event, index) => ({ event, version: index + 2 }));

export const standingOn = (recorded: readonly RecordedPermitEvent[], on: string): string =>
  permitOn(permitTimeline(recorded), day(on)).standing;

/** What became of each event: taken, waiting for something, or never lawful because of something. */
export const verdictsOn = (recorded: readonly RecordedPermitEvent[]): Readonly<Record<string, string>> =>
  Object.fromEntries([...foldPermits(recorded).verdicts].map(([eventId, verdict]) => [eventId, wordsOf(verdict)]));

const wordsOf = (verdict: EventVerdict): string => {
  switch (verdict.verdict) {
    case "takes-part":
      return "takes part";
    case "waiting":
      return `waits for ${verdict.waitsFor}`;
    case "never-lawful":
      return `never lawful ${verdict.because}`;
  }
};
