import type { AreaCode } from "./area.ts";
import { type CalendarDate, type Day, dayOf } from "./calendar.ts";
import type { PermitEvent, RecordedPermitEvent } from "./permit-event.ts";

/** 居住证使用功能: what the residence permit currently allows. */
export type PermitStatus = "valid" | "suspended" | "cancelled";

/** The restoration that made the permit valid again, and the dossier version from which it fitted. */
export interface Restoration {
  readonly on: Day;
  readonly version: number;
}

/** How one permit stands from a day on. */
export interface PermitPhase {
  readonly from: Day;
  readonly standing: PermitStatus;
  /** The day this standing began. */
  readonly since: Day;
  readonly area: AreaCode;
  readonly endorsementDueOn: Day | undefined;
  readonly restored: Restoration | undefined;
  /** The newest dossier version that brought a suspension of this permit. */
  readonly suspendedBy: number;
}

export interface PermitLife {
  readonly permitId: string;
  readonly issuedOn: Day;
  readonly phases: readonly PermitPhase[];
}

/** What the fold made of one event, at its place by effective day and sequence. */
export type EventVerdict =
  | { readonly verdict: "takes-part" }
  | { readonly verdict: "waiting"; readonly waitsFor: "issue" | "suspend" }
  | { readonly verdict: "never-lawful"; readonly because: "before-issue" | "after-cancel" };

export interface PermitFold {
  readonly lives: readonly PermitLife[];
  /** By event id. */
  readonly verdicts: ReadonlyMap<string, EventVerdict>;
}

/** Folds every permit's events by effective day and sequence. What arrived when makes no difference. */
export const foldPermits = (recorded: readonly RecordedPermitEvent[]): PermitFold => {
  const verdicts = new Map<string, EventVerdict>();
  const lives = new Map<string, PermitLife | undefined>();

  const foldOne = (permitId: string): void => {
    if (lives.has(permitId)) return;
    lives.set(permitId, undefined); // so that a ring of conversions issues nothing
    const issuedByConversion = recorded.flatMap(({ event, version }) => {
      if (event.type !== "convert" || event.newPermitId !== permitId) return [];
      foldOne(event.permitId);
      return verdicts.get(event.eventId)?.verdict === "takes-part" ? [issueBy(event, version)] : [];
    });
    const own = recorded.filter(({ event }) => event.permitId === permitId).map(stepOf);
    const steps = inOrder([...issuedByConversion, ...own]);
    const isIssued = steps.some(({ does }) => does === "issue");

    const phases: PermitPhase[] = [];
    for (const step of steps) {
      const now = phases.at(-1);
      const verdict = verdictOn(now, step, isIssued);
      if (step.eventId !== undefined) verdicts.set(step.eventId, verdict);
      if (verdict.verdict === "takes-part") phases.push(phaseAfter(now, step));
    }
    const [first] = phases;
    if (first) lives.set(permitId, { permitId, issuedOn: first.from, phases });
  };

  for (const { event } of recorded) foldOne(event.permitId);
  for (const { event } of recorded) if (event.type === "convert") foldOne(event.newPermitId);
  return { lives: [...lives.values()].filter((life) => life !== undefined), verdicts };
};

/** One event as one permit sees it: a conversion cancels the old permit and issues the new one. */
interface Step {
  /** Absent where the verdict is another permit's to give. */
  readonly eventId: string | undefined;
  readonly does: "issue" | "move" | "endorse" | "restore" | "suspend" | "cancel";
  readonly on: Day;
  readonly sequence: number | undefined;
  readonly version: number;
  readonly area: AreaCode | undefined;
  readonly endorsementDueOn: CalendarDate | undefined;
}

const stepOf = ({ event, version }: RecordedPermitEvent): Step => ({
  eventId: event.eventId,
  does: event.type === "convert" ? "cancel" : event.type,
  on: dayOf(event.effectiveOn),
  sequence: event.sequence,
  version,
  area: event.type === "issue" || event.type === "move" ? event.area : undefined,
  endorsementDueOn: event.type === "issue" || event.type === "endorse" ? event.endorsementDueOn : undefined,
});

const issueBy = (event: PermitEvent & { readonly type: "convert" }, version: number): Step => ({
  eventId: undefined,
  does: "issue",
  on: dayOf(event.effectiveOn),
  sequence: event.sequence,
  version,
  area: event.area,
  endorsementDueOn: event.endorsementDueOn,
});

const restrictiveness = { issue: 0, move: 1, endorse: 2, restore: 3, suspend: 4, cancel: 5 } as const;

/** By day, then by sequence; a day on which one event has none goes the more restrictive last. The issue is always first. */
const inOrder = (steps: readonly Step[]): readonly Step[] => {
  const unsequencedDays = new Set(
    steps.filter(({ does, sequence }) => does !== "issue" && sequence === undefined).map(({ on }) => on),
  );
  const place = ({ does, on, sequence }: Step): number =>
    does === "issue" ? -1 : unsequencedDays.has(on) ? restrictiveness[does] : (sequence ?? 0);
  return [...steps].sort(
    (one, other) =>
      one.on - other.on ||
      place(one) - place(other) ||
      restrictiveness[one.does] - restrictiveness[other.does] ||
      ((one.eventId ?? "") < (other.eventId ?? "") ? -1 : 1),
  );
};

const verdictOn = (now: PermitPhase | undefined, step: Step, isIssued: boolean): EventVerdict => {
  if (!now) {
    if (step.does === "issue") return { verdict: "takes-part" };
    return isIssued ? { verdict: "never-lawful", because: "before-issue" } : { verdict: "waiting", waitsFor: "issue" };
  }
  if (now.standing === "cancelled") return { verdict: "never-lawful", because: "after-cancel" };
  if (step.does === "restore" && now.standing === "valid") return { verdict: "waiting", waitsFor: "suspend" };
  return { verdict: "takes-part" };
};

const phaseAfter = (now: PermitPhase | undefined, step: Step): PermitPhase => {
  const { on: from, version } = step;
  const due = step.endorsementDueOn === undefined ? now?.endorsementDueOn : dayOf(step.endorsementDueOn);
  if (!now) {
    if (step.area === undefined) throw new Error(`a permit began with ${step.does}`);
    return {
      from,
      standing: "valid",
      since: from,
      area: step.area,
      endorsementDueOn: due,
      restored: undefined,
      suspendedBy: 0,
    };
  }
  switch (step.does) {
    case "issue": // a second issue of the same permit says nothing new
      return now;
    case "move":
      return { ...now, from, area: step.area ?? now.area };
    case "endorse":
      return { ...now, from, endorsementDueOn: due };
    case "suspend": {
      const suspendedBy = Math.max(now.suspendedBy, version);
      return now.standing === "suspended"
        ? { ...now, from, suspendedBy }
        : { ...now, from, standing: "suspended", since: from, suspendedBy };
    }
    case "restore":
      return {
        ...now,
        from,
        standing: "valid",
        since: from,
        restored: { on: from, version: Math.max(version, now.suspendedBy) },
      };
    case "cancel":
      return { ...now, from, standing: "cancelled", since: from };
  }
};
