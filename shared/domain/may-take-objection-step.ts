import { machineGuard } from "./machine-guard.ts";
import type { Objection, ObjectionStepType } from "./objection.ts";
import { type Contested, type ObjectionActing, objectionConditions } from "./objection-conditions.ts";
import { objectionMachine } from "./objection-machine.ts";

/**
 * Whether this one may take the step now; what the step holds is looked at elsewhere.
 * @throws Refusal role-not-allowed, step-not-allowed and those of the conditions
 */
export const mayTakeObjectionStep = (
  objection: Objection | undefined,
  step: ObjectionStepType,
  who: ObjectionActing,
  contested: Contested,
): void => {
  guard(objection?.state ?? "none", step, who.role);
  if (!objection) return;
  for (const condition of objectionMachine[step].needs) objectionConditions[condition](objection, who, contested);
};

const guard = machineGuard(objectionMachine);
