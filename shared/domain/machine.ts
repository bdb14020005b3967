/** One step of a state machine: from where to where, by whom, on what conditions, and on what ground. */
export interface Transition<State extends string, Role extends string, Condition extends string> {
  /** `none`: there is nothing yet. */
  readonly from: readonly (State | "none")[];
  /** Which one of several, the step itself says. `same`: it stays where it is. */
  readonly to: readonly State[] | "same";
  readonly by: readonly Role[];
  /** What has to hold beside state and role. */
  readonly needs: readonly Condition[];
  /** The words of the document that it rests on. */
  readonly clause: { readonly source: string; readonly words: string };
}

/** A state machine, written down once: guard, fold, contract and the pictures in `docs/` are made from it. */
export type Machine<
  State extends string,
  Step extends string,
  Role extends string,
  Condition extends string = never,
> = Readonly<Record<Step, Transition<State, Role, Condition>>>;

/** The steps that lead on from the state, whoever takes them or only this one. */
export const stepsFrom = <State extends string, Step extends string, Role extends string>(
  machine: Machine<State, Step, Role, string>,
  state: State | "none",
  role?: Role,
): readonly Step[] => {
  const steps = Object.entries(machine) as [Step, Transition<State, Role, string>][];
  return steps.flatMap(([step, { from, by }]) =>
    from.includes(state) && (role === undefined || by.includes(role)) ? [step] : [],
  );
};
