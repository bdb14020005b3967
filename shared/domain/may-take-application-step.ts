import type { Application, ApplicationStepType } from "./application.ts";
import { type ApplicationActing, type ApplicationSetting, applicationConditions } from "./application-conditions.ts";
import { applicationMachine } from "./application-machine.ts";
import { machineGuard } from "./machine-guard.ts";

/**
 * Whether this one may take the step now; what the step holds is looked at elsewhere.
 * @throws Refusal role-not-allowed, step-not-allowed and those of the conditions
 * @throws Error when the system takes a step before its time
 */
export const mayTakeApplicationStep = (
  application: Application | undefined,
  step: ApplicationStepType,
  who: ApplicationActing,
  setting: ApplicationSetting,
): void => {
  guard(application?.state ?? "none", step, who.role);
  for (const condition of applicationMachine[step].needs) applicationConditions[condition](application, who, setting);
};

const guard = machineGuard(applicationMachine);
