import { isDeepStrictEqual } from "node:util";
import { type AreaCode, coveringAreas } from "#shared/domain/area.ts";
import type { Arrival } from "#shared/domain/arrival.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { areaOn, type Dossier } from "#shared/domain/dossier.ts";
import { permitTimeline } from "#shared/domain/permit-timeline.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Covers } from "./feed.ts";

interface Sent {
  readonly residentId: ResidentId;
  readonly arrival: Arrival;
  readonly today: CalendarDate;
  readonly covers: Covers;
}

/**
 * The dossier, if this sender may know of it: the person's area today is one of theirs, was on a permit event's own day,
 * or is the county that issues or converts a permit by this very event. Unknown and forbidden look the same.
 * @throws Refusal resident-unknown, area-not-allowed
 */
export const visibleDossier = (dossier: Dossier | undefined, { residentId, arrival, today, covers }: Sent): Dossier => {
  if (!dossier || !(covers(areaToday(dossier, today)) || holdsThePermit(dossier, arrival, covers))) {
    throw new Refusal("resident-unknown", { residentId });
  }
  const leadsTo = arrival.kind === "permit-event" && "area" in arrival.event ? arrival.event : undefined;
  // a mistyped county would put the person beyond everybody's reach
  const isReachable = !leadsTo || provinceOf(leadsTo.area) === provinceOf(dossier.area);
  if (!isReachable || (leadsTo?.type === "issue" && !covers(leadsTo.area))) {
    throw new Refusal("area-not-allowed", { area: leadsTo?.area ?? dossier.area });
  }
  return dossier;
};

export const areaToday = (dossier: Dossier, today: CalendarDate): AreaCode =>
  areaOn(dossier, permitTimeline(dossier.permitEvents), dayOf(today));

const provinceOf = (area: AreaCode): AreaCode | undefined => coveringAreas(area).at(-1);

const holdsThePermit = (dossier: Dossier, arrival: Arrival, covers: Covers): boolean => {
  if (arrival.kind !== "permit-event") return false;
  const { event } = arrival;
  // after a cancel, or by conversion, the new permit is another county's to issue
  const issuesHere = (event.type === "issue" || event.type === "convert") && covers(event.area);
  // whoever sent the event that took a person away may send it again
  const sentBefore = dossier.permitEvents.some((recorded) => isDeepStrictEqual(recorded.event, event));
  // what comes late comes from the county that held the permit on its day
  return issuesHere || sentBefore || covers(areaToday(dossier, event.effectiveOn));
};
