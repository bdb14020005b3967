import type {
  Application,
  ApplicationNumber,
  ApplicationStep,
  ApplicationStepType,
} from "#shared/domain/application.ts";
import type { ApplicationActing } from "#shared/domain/application-conditions.ts";
import { applyApplicationStep } from "#shared/domain/apply-application-step.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import { mayTakeApplicationStep } from "#shared/domain/may-take-application-step.ts";
import type { Programme } from "#shared/domain/programme.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { toldOfApplication } from "./application-messages.ts";
import type { Applications, WithApplication } from "./applications.ts";
import type { Programmes } from "./programmes.ts";

/** What every step of an application takes: the applications, what they are for, and the two clocks. */
export interface ApplicationStepping {
  readonly applications: Pick<Applications, "read" | "record">;
  readonly programmes: Pick<Programmes, "read">;
  readonly now: () => Instant;
  readonly today: () => CalendarDate;
}

interface Intended {
  /** In which part the caller acts, if they may know of the application at all. */
  readonly who: (application: Application) => ApplicationActing;
  readonly type: ApplicationStepType;
  readonly step: (application: Application, programme: Programme) => ApplicationStepMade | Promise<ApplicationStepMade>;
}

export interface ApplicationStepMade extends Pick<WithApplication, "takes" | "frees"> {
  readonly step: ApplicationStep;
}

/**
 * Takes one step of an application: as it stands → may they → what it is → all or nothing; overtaken: once more from the
 * start.
 * @throws Refusal application-unknown, application-once, application-busy, those of `mayTakeApplicationStep` and of the step
 * itself
 */
export const takeApplicationStep = async (
  stepping: ApplicationStepping,
  applicationNumber: ApplicationNumber,
  intended: Intended,
): Promise<Application> => {
  const on = stepping.today();
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const before = await stepping.applications.read(applicationNumber);
    if (!before) throw new Refusal("application-unknown", { applicationNumber });
    const who = intended.who(before);
    const programme = await stepping.programmes.read(before.programmeId);
    if (!programme) throw new Error("an application is for no programme");
    mayTakeApplicationStep(before, intended.type, who, { programme, on });
    const made = await intended.step(before, programme);
    const after = await recordApplicationStep(stepping, { before, on, who, ...made });
    if (after) return after;
  }
  throw new Refusal("application-busy", {});
};

const mostAttempts = 10;

type Recording = ApplicationStepMade & {
  readonly who: ApplicationActing;
  readonly on: CalendarDate;
} & (
    | { readonly before: Application }
    | { readonly before?: undefined; readonly first: Pick<Application, "applicationNumber" | "residentId"> }
  );

/**
 * Writes one step with all that goes with it.
 * @returns nothing where it was overtaken
 * @throws Refusal application-once
 */
export const recordApplicationStep = async (
  { applications, now }: Pick<ApplicationStepping, "applications" | "now">,
  { who, on, step, takes = [], frees = [], ...of }: Recording,
): Promise<Application | undefined> => {
  const { applicationNumber, residentId } = of.before ?? of.first;
  const { subject, role } = who;
  const version = (of.before?.version ?? 0) + 1;
  const recorded = { applicationNumber, residentId, version, step, by: { subject, role }, at: now(), on };
  const application = applyApplicationStep(of.before, recorded);
  const messages = toldOfApplication(recorded);
  const outcome = await applications.record(application, recorded, { takes, frees, messages });
  if (typeof outcome === "object") throw new Refusal("application-once", { kind: outcome.used.kind });
  return outcome === "recorded" ? application : undefined;
};
