import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Execution } from "./execution.ts";

/** What executions there are, on disk with every change before anybody hears of it. */
export interface ExecutionLog {
  readonly find: (machine: string, name: string) => Execution | undefined;
  /** The oldest first. */
  readonly all: () => readonly Execution[];
  readonly put: (execution: Execution) => void;
}

/** A line for every change; the last one of an execution counts. Lines overwritten since are left out when it opens. */
export const openExecutionLog = (file: string): ExecutionLog => {
  const executions = new Map(linesIn(file).map((execution) => [keyOf(execution), execution]));
  const kept = [...executions.values()].filter(
    ({ status }, place) => status === "RUNNING" || place >= executions.size - rememberedNames,
  );
  writeFileSync(`${file}.new`, kept.map((execution) => `${JSON.stringify(execution)}\n`).join(""));
  renameSync(`${file}.new`, file);
  return {
    find: (machine, name) => executions.get(keyOf({ machine, name })),
    all: () => [...executions.values()],
    put: (execution) => {
      appendFileSync(file, `${JSON.stringify(execution)}\n`);
      executions.set(keyOf(execution), execution);
    },
  };
};

// AWS forgets a name after 90 days
const rememberedNames = 10_000;

const keyOf = ({ machine, name }: Pick<Execution, "machine" | "name">): string => `${machine}:${name}`;

const linesIn = (file: string): readonly Execution[] => {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  // a last line without an end was being written when the machine was killed
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Execution);
};
