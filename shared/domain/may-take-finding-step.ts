import type { CalendarDate } from "./calendar.ts";
import type { Finding, FindingStepType } from "./finding.ts";
import { type FindingActing, findingConditions } from "./finding-conditions.ts";
import { findingMachine } from "./finding-machine.ts";
import { machineGuard } from "./machine-guard.ts";

/**
 * Whether this one may take the step now; what the step holds is looked at elsewhere.
 * @throws Refusal role-not-allowed, step-not-allowed and those of the conditions
 * @throws Error when the system takes a step before its time
 */
export const mayTakeFindingStep = (
  finding: Finding | undefined,
  step: FindingStepType,
  who: FindingActing,
  on: CalendarDate,
): void => {
  guard(finding?.state ?? "none", step, who.role);
  if (!finding) return;
  for (const condition of findingMachine[step].needs) findingConditions[condition](finding, who, on);
};

const guard = machineGuard(findingMachine);
