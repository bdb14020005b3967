import type { Machine, Transition } from "#shared/domain/machine.ts";

/** A state machine as a page of `docs/` shows it: the picture, then every step as a row of a table. */
export const machinePicture = <State extends string, Step extends string>(
  states: readonly State[],
  machine: Machine<State, Step, string, string>,
): readonly [picture: string, table: string] => {
  const steps = Object.entries(machine) as [Step, Transition<State, string, string>][];
  return [picture(states, steps), table(steps)];
};

type Steps = readonly (readonly [string, Transition<string, string, string>])[];

/** Steps that lead on; those that leave it where it is stand in the table alone. */
const picture = (states: readonly string[], steps: Steps): string => {
  const edges = steps.flatMap(([step, { from, to }]) =>
    to === "same" ? [] : from.flatMap((one) => to.map((other) => `  ${node(one)} --> ${node(other)}: ${step}`)),
  );
  const names = states.map((state) => `  state "${state}" as ${node(state)}`);
  return ["```mermaid", "stateDiagram-v2", ...names, ...edges, "```"].join("\n");
};

// Mermaid takes a hyphen for the beginning of an arrow
const node = (state: string): string => (state === "none" ? "[*]" : state.replaceAll("-", "_"));

const table = (steps: Steps): string =>
  [
    "| step | from | to | by | if | clause |",
    "|---|---|---|---|---|---|",
    ...steps.map(([step, { from, to, by, needs, clause }]) => {
      const cells = [step, from.join(", "), to === "same" ? "stays" : to.join(", "), by.join(", ")];
      return `| ${[...cells, needs.join(", ") || "–", `${clause.source} 「${clause.words}」`].join(" | ")} |`;
    }),
  ].join("\n");
