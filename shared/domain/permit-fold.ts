import type { AreaCode } from "./area.ts";
import { type CalendarDate, type Day, dayOf } from "./calendar.ts";
import type { RecordedPermitEvent } from "./permit-event.ts";
import { inOrder, issuedBy, type PermitStep, stepOf } from "./permit-step.ts";

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
  /** The dossier version that brought its issue. */
  readonly issuedBy: number;
  /** The first dossier version that brought its present or last suspension. */
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
  const lives = new Map<string, PermitLife>();
  const verdicts = new Map<string, EventVerdict>();
  for (const today of dayByDay(recorded)) foldDay(lives, verdicts, today);

  // what came before an issue has missed it; only where no issue is known at all is there something to wait for
  for (const { event } of recorded) {
    const verdict = verdicts.get(event.eventId);
    if (verdict?.verdict === "waiting" && verdict.waitsFor === "issue" && lives.has(event.permitId)) {
      verdicts.set(event.eventId, { verdict: "never-lawful", because: "before-issue" });
    }
  }
  return { lives: [...lives.values()], verdicts };
};

const dayByDay = (recorded: readonly RecordedPermitEvent[]): readonly (readonly RecordedPermitEvent[])[] => {
  const days = new Map<CalendarDate, RecordedPermitEvent[]>();
  for (const one of recorded) {
    const day = days.get(one.event.effectiveOn);
    if (day) day.push(one);
    else days.set(one.event.effectiveOn, [one]);
  }
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, today]) => today);
};

/** One day of every permit. A conversion issues its new permit only once it is lawful for the old one: repeated until no more are. */
const foldDay = (
  lives: Map<string, PermitLife>,
  verdicts: Map<string, EventVerdict>,
  today: readonly RecordedPermitEvent[],
): void => {
  const isCancelled = (permitId: string): boolean => lives.get(permitId)?.phases.at(-1)?.standing === "cancelled";
  let issuing: readonly PermitStep[] = [];
  for (;;) {
    const evening = new Map<string, PermitLife>();
    for (const step of inOrder([...issuing, ...today.map(stepOf)])) {
      const life = evening.get(step.permitId) ?? lives.get(step.permitId);
      const verdict: EventVerdict =
        step.converts !== undefined && isCancelled(step.converts)
          ? { verdict: "never-lawful", because: "after-cancel" }
          : verdictOn(life?.phases.at(-1), step);
      if (!step.isConsequence) verdicts.set(step.eventId, verdict);
      if (verdict.verdict === "takes-part") evening.set(step.permitId, lifeAfter(life, step));
    }
    const issued = today.flatMap((one) => (isTaken(verdicts, one) ? issuedBy(one) : []));
    if (issued.length === issuing.length) {
      for (const [permitId, life] of evening) lives.set(permitId, life);
      return;
    }
    issuing = issued;
  }
};

const isTaken = (verdicts: ReadonlyMap<string, EventVerdict>, { event }: RecordedPermitEvent): boolean =>
  verdicts.get(event.eventId)?.verdict === "takes-part";

const verdictOn = (now: PermitPhase | undefined, { does }: PermitStep): EventVerdict => {
  if (!now) return does === "issue" ? { verdict: "takes-part" } : { verdict: "waiting", waitsFor: "issue" };
  if (now.standing === "cancelled") return { verdict: "never-lawful", because: "after-cancel" };
  if (does === "restore" && now.standing === "valid") return { verdict: "waiting", waitsFor: "suspend" };
  return { verdict: "takes-part" };
};

const lifeAfter = (life: PermitLife | undefined, step: PermitStep): PermitLife => {
  const { permitId, on } = step;
  const before = life?.phases ?? [];
  return { permitId, issuedOn: life?.issuedOn ?? on, phases: [...before, phaseAfter(before.at(-1), step)] };
};

const phaseAfter = (now: PermitPhase | undefined, step: PermitStep): PermitPhase => {
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
      issuedBy: version,
      suspendedBy: version,
    };
  }
  switch (step.does) {
    case "issue": // a second issue of the same permit says nothing new
      return now;
    case "move":
      return { ...now, from, area: step.area ?? now.area };
    case "endorse":
      return { ...now, from, endorsementDueOn: due };
    case "suspend":
      return now.standing === "suspended"
        ? { ...now, from, suspendedBy: Math.min(now.suspendedBy, version) }
        : { ...now, from, standing: "suspended", since: from, suspendedBy: version };
    case "restore":
      return {
        ...now,
        from,
        standing: "valid",
        since: from,
        restored: { on: from, version: Math.max(version, now.suspendedBy, now.issuedBy) },
      };
    case "cancel":
      return { ...now, from, standing: "cancelled", since: from };
  }
};
