import type { Application, ApplicationNumber, ApplicationStep } from "#shared/domain/application.ts";
import { applyApplicationStep } from "#shared/domain/apply-application-step.ts";
import { mayTakeApplicationStep } from "#shared/domain/may-take-application-step.ts";
import type { Programme } from "#shared/domain/programme.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { toldOfApplication } from "#shared/storage/application-messages.ts";
import type { Settling } from "./settling.ts";

type Stepping = Pick<Settling, "applications" | "today" | "now" | "width">;

/**
 * Takes the step that each application is due, if any; who is overtaken is read and looked at again.
 * @returns the applications as they stand afterwards
 */
export const takeApplicationSteps = async (
  { applications, today, now, width }: Stepping,
  programme: Programme,
  numbers: readonly ApplicationNumber[],
  stepOf: (application: Application) => ApplicationStep | undefined | Promise<ApplicationStep | undefined>,
): Promise<readonly Application[]> => {
  const on = today();
  const after = new Map<ApplicationNumber, Application>();
  let pending = numbers;
  for (let attempt = 1; pending.length > 0; attempt++) {
    if (attempt > mostAttempts) throw new Error(`${pending.length} applications kept being changed by others`);
    const read = await applications.readMany(pending);
    const steps = await inParallel(read, width, async (application) => {
      after.set(application.applicationNumber, application);
      const step = await stepOf(application);
      if (!step) return [];
      mayTakeApplicationStep(application, step.type, system, { programme, on });
      const { applicationNumber, residentId, version } = application;
      const recorded = {
        ...{ applicationNumber, residentId, version: version + 1, step },
        ...{ by: system, at: now(), on },
      };
      const next = applyApplicationStep(application, recorded);
      after.set(applicationNumber, next);
      return [{ application: next, recorded, messages: toldOfApplication(recorded) }];
    });
    pending = await applications.recordMany(steps.flat());
  }
  return [...after.values()];
};

const system = { subject: "settlement", role: "system" } as const;

const mostAttempts = 5;
