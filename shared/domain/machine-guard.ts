import { type Machine, stepsFrom } from "./machine.ts";
import { Refusal } from "./refusal.ts";

/** Asks whether this role may take the step from this state. What the step needs besides, its own guard looks at. */
export const machineGuard =
  <State extends string, Step extends string, Role extends string>(machine: Machine<State, Step, Role, string>) =>
  /** @throws Refusal role-not-allowed, step-not-allowed */
  (state: State | "none", step: Step, role: Role): void => {
    const { from, by } = machine[step];
    if (!by.includes(role)) throw new Refusal("role-not-allowed", { roles: [role], needed: by });
    if (!from.includes(state)) {
      throw new Refusal("step-not-allowed", { state, step, allowed: stepsFrom(machine, state, role) });
    }
  };
