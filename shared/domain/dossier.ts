import type { AreaCode } from "./area.ts";
import type { CalendarDate, Day } from "./calendar.ts";
import type { Department, DepartmentFacts } from "./department.ts";
import { type Facts, nothingKnown, type Sanction, type VoidedFact } from "./facts.ts";
import type { PermitEvent, RecordedPermitEvent } from "./permit-event.ts";
import { type PermitTimeline, permitOn } from "./permit-timeline.ts";
import type { ResidentId } from "./resident-id.ts";

/** A moment in UTC, ISO 8601 to the millisecond. */
export type Instant = string;

/** What one department last reported of a person. */
export interface DepartmentPart<Of extends Department = Department> {
  readonly facts: DepartmentFacts<Of>;
  readonly sourceVersion: number;
  readonly recordId: string;
  readonly receivedAt: Instant;
  /** The calendar day of receipt. */
  readonly receivedOn: CalendarDate;
}

/** Two sources that contradict each other. Decided by a person, never picked silently. */
export interface Conflict {
  readonly code: "birth-date-contradicts-identity-number";
  readonly fact: "birthDate";
  readonly recordId: string;
  readonly receivedOn: CalendarDate;
}

/** 新市民档案: all that scoring one person needs. Current is the fold of its changes. */
export interface Dossier {
  readonly residentId: ResidentId;
  readonly version: number;
  /** The area of residence registration named when the person was registered. */
  readonly area: AreaCode;
  /** From the identity number; only ever compared with what public security reports. */
  readonly identityBirthDate: CalendarDate;
  readonly departments: { readonly [Of in Department]?: DepartmentPart<Of> };
  readonly permitEvents: readonly RecordedPermitEvent[];
  readonly voidedFacts: readonly VoidedFact[];
  readonly sanctions: readonly Sanction[];
  readonly conflicts: readonly Conflict[];
}

export type DossierChange =
  | { readonly type: "registered"; readonly area: AreaCode; readonly identityBirthDate: CalendarDate }
  | ({ readonly type: "facts-reported"; readonly recordId: string; readonly sourceVersion: number } & {
      readonly [Of in Department]: { readonly department: Of; readonly facts: DepartmentFacts<Of> };
    }[Department])
  | { readonly type: "permit-event-recorded"; readonly event: PermitEvent };

/** One immutable line of a dossier's history. */
export interface RecordedChange {
  readonly residentId: ResidentId;
  /** The dossier version that the change made. */
  readonly version: number;
  readonly change: DossierChange;
  readonly receivedAt: Instant;
  /** The calendar day of receipt; the one-machine calendar may be moved, real time may not. */
  readonly receivedOn: CalendarDate;
  /** Who acted: the issuer's subject. */
  readonly by: string;
}

/**
 * The dossier after one more change.
 * @throws Error when the change does not follow on the dossier's version
 */
export const applyChange = (dossier: Dossier | undefined, recorded: RecordedChange): Dossier => {
  const { change, residentId, version } = recorded;
  if (version !== (dossier?.version ?? 0) + 1) throw new Error(`change ${version} does not follow on the dossier`);
  if (!dossier) {
    if (change.type !== "registered") throw new Error(`a dossier began with ${change.type}`);
    const { area, identityBirthDate } = change;
    return {
      residentId,
      version,
      area,
      identityBirthDate,
      departments: {},
      permitEvents: [],
      voidedFacts: [],
      sanctions: [],
      conflicts: [],
    };
  }
  switch (change.type) {
    case "registered":
      return { ...dossier, version, area: change.area };
    case "permit-event-recorded":
      return { ...dossier, version, permitEvents: [...dossier.permitEvents, { event: change.event, version }] };
    case "facts-reported":
      return { ...dossier, version, ...withReport(dossier, change, recorded) };
  }
};

type Report = DossierChange & { readonly type: "facts-reported" };

const withReport = (
  dossier: Dossier,
  { recordId, sourceVersion, ...report }: Report,
  { receivedAt, receivedOn }: Pick<RecordedChange, "receivedAt" | "receivedOn">,
): Pick<Dossier, "departments" | "conflicts"> => {
  const part = { sourceVersion, recordId, receivedAt, receivedOn };
  if (report.department !== "public-security") {
    return {
      departments: { ...dossier.departments, [report.department]: { ...part, facts: report.facts } },
      conflicts: dossier.conflicts,
    };
  }
  const { birthDate } = report.facts;
  const contradicts = birthDate !== null && birthDate !== dossier.identityBirthDate;
  // the last date that agreed stays; where none ever did, the birth date is unknown
  const standing = dossier.departments["public-security"]?.facts.birthDate ?? null;
  const facts = contradicts ? { ...report.facts, birthDate: standing } : report.facts;
  return {
    departments: { ...dossier.departments, "public-security": { ...part, facts } },
    conflicts: contradicts
      ? [{ code: "birth-date-contradicts-identity-number", fact: "birthDate", recordId, receivedOn }]
      : [],
  };
};

/** All that is known of the person, whoever reported it. */
export const factsOf = ({ departments }: Dossier): Facts => ({
  ...nothingKnown,
  ...departments["public-security"]?.facts,
  ...departments.education?.facts,
  ...departments.hrss?.facts,
});

/** The county of the permit in force on the day, else of the last one, else the one named at registration. */
export const areaOn = ({ area }: Pick<Dossier, "area">, timeline: PermitTimeline, day: Day): AreaCode => {
  const state = permitOn(timeline, day);
  return (state.standing === "none" ? undefined : state.area) ?? area;
};

/** The civil day in Asia/Shanghai, which keeps UTC+8 all year. */
export const shanghaiDate = (at: Instant): CalendarDate =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) as CalendarDate;
