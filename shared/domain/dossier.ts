import type { AreaCode } from "./area.ts";
import type { CalendarDate, Day } from "./calendar.ts";
import { type Correction, correctionOf, type Evidence, patched, verdictOn } from "./correction.ts";
import { type Department, type DepartmentFacts, supplierOf } from "./department.ts";
import type { FactPatch } from "./fact-patch.ts";
import { type FactName, type Facts, nothingKnown, type Sanction, type VoidedFact } from "./facts.ts";
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
export type Conflict = {
  readonly recordId: string;
  readonly receivedOn: CalendarDate;
} & (
  | {
      readonly code: "birth-date-contradicts-identity-number";
      readonly fact: "birthDate";
      /** What public security reported. */
      readonly reported: CalendarDate;
    }
  /** The source reported something else than what a review corrected, and than what it had said before. */
  | { readonly code: "source-contradicts-correction"; readonly fact: FactName; readonly reviewId: string }
);

/** A fact that a finding of forgery has voided. */
export type FoundFalse = VoidedFact & { readonly findingId?: string };

/** A correction that rested on forged material. It counts no more, and is there again if the finding is overturned. */
export interface SetAside {
  readonly findingId: string;
  readonly correction: Correction;
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
  readonly voidedFacts: readonly FoundFalse[];
  readonly sanctions: readonly Sanction[];
  readonly conflicts: readonly Conflict[];
  /** The earliest first; each lies over what the departments report and over those before it. */
  readonly corrections: readonly Correction[];
  readonly setAside?: readonly SetAside[];
}

export type DossierChange =
  | { readonly type: "registered"; readonly area: AreaCode; readonly identityBirthDate: CalendarDate }
  | ({ readonly type: "facts-reported"; readonly recordId: string; readonly sourceVersion: number } & {
      readonly [Of in Department]: { readonly department: Of; readonly facts: DepartmentFacts<Of> };
    }[Department])
  | { readonly type: "permit-event-recorded"; readonly event: PermitEvent }
  /** A decision on a review. One that was corrected before is corrected anew. */
  | {
      readonly type: "fact-corrected";
      readonly reviewId: string;
      readonly patch: FactPatch;
      readonly evidence: readonly Evidence[];
    }
  /** A decision that was reopened, and came out otherwise. */
  | { readonly type: "correction-withdrawn"; readonly reviewId: string }
  /** 积分清零: a finding of forgery; what it won counts no more from that day on, corrections that rest on it included. */
  | {
      readonly type: "facts-voided";
      readonly findingId: string;
      readonly facts: readonly VoidedFact[];
      readonly reviewIds: readonly string[];
    }
  /** A finding that was overturned. */
  | { readonly type: "voiding-withdrawn"; readonly findingId: string };

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
      corrections: [],
    };
  }
  switch (change.type) {
    case "registered":
      return { ...dossier, version, area: change.area };
    case "permit-event-recorded":
      return { ...dossier, version, permitEvents: [...dossier.permitEvents, { event: change.event, version }] };
    case "facts-reported":
      return { ...dossier, version, ...withReport(dossier, change, recorded) };
    case "fact-corrected":
      return { ...dossier, version, ...withCorrection(dossier, change, recorded.receivedOn) };
    case "correction-withdrawn":
      return { ...dossier, version, ...withoutCorrection(dossier, change.reviewId) };
    case "facts-voided":
      return { ...dossier, version, ...withVoided(dossier, change) };
    case "voiding-withdrawn":
      return { ...dossier, version, ...withoutVoided(dossier, change.findingId) };
  }
};

type Report = DossierChange & { readonly type: "facts-reported" };
type Reported = Pick<Dossier, "departments" | "conflicts" | "corrections">;

const withReport = (
  dossier: Dossier,
  { recordId, sourceVersion, ...report }: Report,
  { receivedAt, receivedOn }: Pick<RecordedChange, "receivedAt" | "receivedOn">,
): Reported => {
  const part = { sourceVersion, recordId, receivedAt, receivedOn };
  const { department } = report;
  const birthDate = report.department === "public-security" ? birthDateIn(dossier, report.facts) : undefined;
  const facts = birthDate ? { ...report.facts, birthDate: birthDate.taken } : report.facts;
  const verdicts = verdictsOn(dossier, department, { ...nothingKnown, ...report.facts });
  const contradicted = verdicts.flatMap(({ correction: { reviewId, patch }, verdict }): readonly Conflict[] =>
    verdict === "contradicted"
      ? [{ code: "source-contradicts-correction", fact: patch.fact, reviewId, recordId, receivedOn }]
      : [],
  );
  return {
    departments: { ...dossier.departments, [department]: { ...part, facts } },
    corrections: verdicts.filter(({ verdict }) => verdict !== "retires").map(({ correction }) => correction),
    conflicts: [
      ...dossier.conflicts.filter(({ fact }) => supplierOf[fact] !== department),
      ...contradicted,
      ...(birthDate?.contradicting
        ? [{ ...contradictsIdentity, reported: birthDate.contradicting, recordId, receivedOn }]
        : []),
    ],
  };
};

/** Each correction lies over those before it: what they make of the report is what it is held against. */
const verdictsOn = ({ corrections }: Dossier, department: Department, reported: Facts) => {
  let known = reported;
  return corrections.map((correction) => {
    const { fact } = correction.patch;
    // of another department, or of what this one knows nothing about
    const isSilent = supplierOf[fact] !== department || reported[fact] === null;
    const verdict = isSilent ? "stands" : verdictOn(correction, known);
    if (verdict !== "retires") known = patched(known, correction.patch);
    return { correction, verdict };
  });
};

const contradictsIdentity = { code: "birth-date-contradicts-identity-number", fact: "birthDate" } as const;

/** The date that agrees with the identity number or with a decision; else the last one that did, or none. */
const birthDateIn = (
  { departments, corrections, identityBirthDate }: Dossier,
  { birthDate }: DepartmentFacts<"public-security">,
): { readonly taken: CalendarDate | null; readonly contradicting?: CalendarDate } => {
  const standing = departments["public-security"]?.facts.birthDate ?? null;
  const decided = corrections.flatMap(({ patch }) => (patch.fact === "birthDate" ? [patch.value] : []));
  if (birthDate === null || [identityBirthDate, standing, ...decided].includes(birthDate)) return { taken: birthDate };
  // with a decision, another date contradicts that, and no longer the number
  return decided.length > 0 ? { taken: standing } : { taken: standing, contradicting: birthDate };
};

const withCorrection = (
  dossier: Dossier,
  change: DossierChange & { readonly type: "fact-corrected" },
  correctedOn: CalendarDate,
): Pick<Dossier, "corrections" | "conflicts"> => {
  const { corrections, conflicts } = withoutCorrection(dossier, change.reviewId);
  return {
    corrections: [...corrections, correctionOf(change, knownBefore(dossier, corrections), correctedOn)],
    conflicts: conflicts.filter(({ code }) => change.patch.fact !== "birthDate" || code !== contradictsIdentity.code),
  };
};

const withoutCorrection = (
  { corrections, conflicts }: Dossier,
  reviewId: string,
): Pick<Dossier, "corrections" | "conflicts"> => ({
  corrections: corrections.filter((correction) => correction.reviewId !== reviewId),
  conflicts: conflicts.filter((conflict) => !("reviewId" in conflict) || conflict.reviewId !== reviewId),
});

const withVoided = (
  dossier: Dossier,
  { findingId, facts, reviewIds }: DossierChange & { readonly type: "facts-voided" },
): Pick<Dossier, "voidedFacts" | "corrections" | "setAside"> => {
  const fallen = dossier.corrections.filter(({ reviewId }) => reviewIds.includes(reviewId));
  return {
    voidedFacts: [...dossier.voidedFacts, ...facts.map((fact) => ({ ...fact, findingId }))],
    corrections: dossier.corrections.filter((correction) => !fallen.includes(correction)),
    setAside: [...(dossier.setAside ?? []), ...fallen.map((correction) => ({ findingId, correction }))],
  };
};

const withoutVoided = (
  { voidedFacts, corrections, setAside = [] }: Dossier,
  findingId: string,
): Pick<Dossier, "voidedFacts" | "corrections" | "setAside"> => ({
  voidedFacts: voidedFacts.filter((voided) => voided.findingId !== findingId),
  corrections: [
    ...setAside.flatMap((aside) => (aside.findingId === findingId ? [aside.correction] : [])),
    ...corrections,
  ].sort((one, other) => (one.correctedOn < other.correctedOn ? -1 : Number(one.correctedOn > other.correctedOn))),
  setAside: setAside.filter((aside) => aside.findingId !== findingId),
});

/** What the departments say, also where it contradicts the identity number, and what other corrections made of it. */
const knownBefore = (dossier: Dossier, corrections: readonly Correction[]): Facts => {
  const contradicting = dossier.conflicts.find((conflict) => "reported" in conflict);
  const reported = departmentsFacts(dossier);
  return corrections.reduce(
    (facts, { patch }) => patched(facts, patch),
    contradicting ? { ...reported, birthDate: contradicting.reported } : reported,
  );
};

/** All that is known of the person: what the departments report, and what reviews have corrected of it. */
export const factsOf = (dossier: Pick<Dossier, "departments" | "corrections">): Facts =>
  dossier.corrections.reduce((facts, { patch }) => patched(facts, patch), departmentsFacts(dossier));

const departmentsFacts = ({ departments }: Pick<Dossier, "departments">): Facts => ({
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
