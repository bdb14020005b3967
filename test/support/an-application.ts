import {
  type Application,
  ApplicationNumber,
  type ApplicationStep,
  type FrozenScore,
  type RecordedApplicationStep,
} from "#shared/domain/application.ts";
import { applyApplicationStep } from "#shared/domain/apply-application-step.ts";
import { type CalendarDate, date } from "#shared/domain/calendar.ts";
import { exactPoints } from "#shared/domain/points.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { programmeId } from "./a-programme.ts";
import { area, residentId } from "./people.ts";

/** Different for every number, and always the same for one. */
export const applicationNumber = (number: number): ApplicationNumber =>
  ApplicationNumber.parse(`A-0000-0000-0000-${`${number}`.padStart(4, "0")}`);

const day = date("2024-07-01");
export const applicationTerm = { startedOn: day, workingDays: 10, dueOn: date("2024-07-15"), provisional: false };

/** Resident 1 applies to programme 1 in the county 339901, unless it says otherwise. */
export const application = (differing: Partial<ApplicationStep & { readonly type: "applied" }> = {}) => ({
  type: "applied" as const,
  programmeId: programmeId(1),
  round: 1 as const,
  area: area("339901"),
  department: "education" as const,
  term: applicationTerm,
  wishes: ["school-a"],
  materials: [],
  ...differing,
});

interface Of {
  readonly number?: number;
  readonly residentId?: ResidentId;
  readonly by?: RecordedApplicationStep["by"];
  readonly at?: string;
  readonly on?: CalendarDate;
}

export interface ApplicationMade {
  readonly application: Application;
  readonly recorded: RecordedApplicationStep;
}

/** The application as it begins, and the step that began it. */
export const applied = (
  differing: Partial<ApplicationStep & { readonly type: "applied" }> = {},
  { number = 1, residentId: whose = residentId(1), ...given }: Of = {},
): ApplicationMade => {
  const recorded: RecordedApplicationStep = {
    applicationNumber: applicationNumber(number),
    residentId: whose,
    version: 1,
    step: application(differing),
    by: { subject: `sub-${whose}`, role: "resident" },
    at: "2024-07-01T02:00:00.000Z",
    on: day,
    ...given,
  };
  return { application: applyApplicationStep(undefined, recorded), recorded };
};

/** The application after one more step, and that step. */
export const next = (before: Application, step: ApplicationStep, { by, at, on }: Of = {}): ApplicationMade => {
  const recorded: RecordedApplicationStep = {
    applicationNumber: before.applicationNumber,
    residentId: before.residentId,
    version: before.version + 1,
    step,
    by: by ?? { subject: "the office", role: "system" },
    at: at ?? "2024-07-02T02:00:00.000Z",
    on: on ?? date("2024-07-02"),
  };
  return { application: applyApplicationStep(before, recorded), recorded };
};

/** Forty points, as of 30 June 2024, unless it says otherwise. */
export const frozenScore = (differing: Partial<FrozenScore> = {}): FrozenScore => ({
  residentId: residentId(1),
  status: "effective",
  total: exactPoints(40),
  lines: [{ layer: "province", code: "age", points: exactPoints(5) }],
  asOf: date("2024-06-30"),
  dossierVersion: 3,
  registryRevision: 1,
  digest: "0".repeat(64),
  registeredOn: date("2020-05-01"),
  ...differing,
});
