import type { CalendarDate } from "./calendar.ts";
import { machineGuard } from "./machine-guard.ts";
import type { Programme, ProgrammeStepType } from "./programme.ts";
import { type ProgrammeActing, programmeConditions } from "./programme-conditions.ts";
import { programmeMachine } from "./programme-machine.ts";

/**
 * Whether this one may take the step now; what the step holds is looked at elsewhere.
 * @throws Refusal role-not-allowed, step-not-allowed and those of the conditions
 * @throws Error when the system takes a step before its time
 */
export const mayTakeProgrammeStep = (
  programme: Programme | undefined,
  step: ProgrammeStepType,
  who: ProgrammeActing,
  on: CalendarDate,
): void => {
  guard(programme?.state ?? "none", step, who.role);
  if (!programme) return;
  for (const condition of programmeMachine[step].needs) programmeConditions[condition](programme, who, on);
};

const guard = machineGuard(programmeMachine);
