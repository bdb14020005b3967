import type { AreaCode } from "./area.ts";
import { type CalendarDate, type Day, dayOf } from "./calendar.ts";
import type { RecordedPermitEvent } from "./permit-event.ts";

/** One event as one permit sees it: a conversion cancels the old permit and issues the new one. */
export interface PermitStep {
  readonly eventId: string;
  readonly permitId: string;
  readonly does: "issue" | "move" | "endorse" | "restore" | "suspend" | "cancel";
  readonly on: Day;
  readonly sequence: number | undefined;
  readonly version: number;
  readonly area: AreaCode | undefined;
  readonly endorsementDueOn: CalendarDate | undefined;
  /** The permit that this conversion would issue. */
  readonly converts: string | undefined;
  /** Whether another permit's step decides on the event. */
  readonly isConsequence: boolean;
}

export const stepOf = ({ event, version }: RecordedPermitEvent): PermitStep => ({
  eventId: event.eventId,
  permitId: event.permitId,
  does: event.type === "convert" ? "cancel" : event.type,
  on: dayOf(event.effectiveOn),
  sequence: event.sequence,
  version,
  area: event.type === "issue" || event.type === "move" ? event.area : undefined,
  endorsementDueOn: event.type === "issue" || event.type === "endorse" ? event.endorsementDueOn : undefined,
  converts: event.type === "convert" ? event.newPermitId : undefined,
  isConsequence: false,
});

/** What a conversion does to the new permit. */
export const issuedBy = (recorded: RecordedPermitEvent): readonly PermitStep[] => {
  const { event } = recorded;
  if (event.type !== "convert") return [];
  const { newPermitId: permitId, area, endorsementDueOn } = event;
  return [
    { ...stepOf(recorded), permitId, does: "issue", area, endorsementDueOn, converts: undefined, isConsequence: true },
  ];
};

const restrictiveness = { issue: 0, move: 1, endorse: 2, restore: 3, suspend: 4, cancel: 5 } as const;

/** One day by sequence; a permit of which one event that day has none goes the more restrictive last. The issue is first. */
export const inOrder = (steps: readonly PermitStep[]): readonly PermitStep[] => {
  const unsequenced = new Set(
    steps.filter(({ does, sequence }) => does !== "issue" && sequence === undefined).map(({ permitId }) => permitId),
  );
  const place = ({ does, permitId, sequence }: PermitStep): number =>
    does === "issue" ? -1 : unsequenced.has(permitId) ? restrictiveness[does] : (sequence ?? 0);
  return [...steps].sort(
    (one, other) =>
      place(one) - place(other) ||
      restrictiveness[one.does] - restrictiveness[other.does] ||
      (one.eventId < other.eventId ? -1 : 1),
  );
};
