import { isDeepStrictEqual } from "node:util";
import { WireFault } from "../aws-json-server.ts";
import { accountId, region } from "../template/resolve.ts";
import type { StateMachineDefinition } from "../template/state-machines.ts";
import type { Execution } from "./execution.ts";
import type { ExecutionLog } from "./execution-log.ts";
import { limits } from "./history.ts";
import { type Ending, type Invoke, type Run, stateMachine } from "./state-machine.ts";

/** Starts state machines and keeps what becomes of them. */
export interface Executions {
  /**
   * A name starts once. The same again while it is running changes nothing.
   * @throws WireFault
   */
  readonly start: (machine: string, name: string, input: string) => Execution;
  readonly find: (machine: string, name: string) => Execution;
  /** Of one machine, the newest first. */
  readonly list: (machine: string) => readonly Execution[];
  readonly stop: (machine: string, name: string, error: string, cause: string) => Execution;
  /** Of all machines, the newest first. */
  readonly recent: (count: number) => readonly Execution[];
  readonly running: () => number;
  /** Waits until none is running, those included that the running ones start. */
  readonly idle: () => Promise<void>;
  /** Starts those again, from their beginning, that were running when the machine was last switched off. */
  readonly resume: () => void;
  /** What is running stays so in the log. */
  readonly close: () => Promise<void>;
}

export const executionsOf = (
  definitions: readonly StateMachineDefinition[],
  log: ExecutionLog,
  invoke: Invoke,
): Executions => {
  const machines = definitions.map((each) => ({ ...each, run: stateMachine(each, invoke) }));
  const runs = new Map<string, Run>();
  const ended = new Set<Promise<void>>();
  let isClosing = false;

  const machineOf = (arnOrName: string) => {
    const last = arnOrName.split(":").at(-1);
    const machine = machines.find(({ id, name }) => last === name || last === id);
    if (!machine) throw new WireFault("StateMachineDoesNotExist", `There is no state machine ${arnOrName}`);
    return machine;
  };

  const find = (machine: string, name: string): Execution => {
    const execution = log.find(machine, name);
    if (!execution) throw new WireFault("ExecutionDoesNotExist", `There is no execution ${name} of ${machine}`);
    return execution;
  };

  const run = (execution: Execution): void => {
    const { machine, name } = execution;
    const started = machineOf(machine).run(executionArn(machine, name), name, execution.input);
    runs.set(executionArn(machine, name), started);
    const end = started.ending.then((ending) => {
      if (isClosing) return;
      log.put({ ...execution, ...started.history(), ...recordOf(ending), stoppedAt: Date.now() });
      runs.delete(executionArn(machine, name));
    });
    ended.add(end);
    void end.finally(() => ended.delete(end));
  };

  return {
    start: (arn, name, input) => {
      const machine = machineOf(arn).name;
      if (!/^[\w-]{1,80}$/.test(name)) throw new WireFault("InvalidName", `Invalid name: ${name}`);
      const parsed = parsedInput(input);
      const before = log.find(machine, name);
      if (before?.status === "RUNNING" && isDeepStrictEqual(JSON.parse(before.input), parsed)) return before;
      if (before)
        throw new WireFault("ExecutionAlreadyExists", `Execution Already Exists: ${executionArn(machine, name)}`);
      const execution: Execution = { ...beginning, machine, name, input, startedAt: Date.now() };
      log.put(execution);
      run(execution);
      return execution;
    },
    find,
    list: (arn) => {
      const { name } = machineOf(arn);
      return log
        .all()
        .filter(({ machine }) => machine === name)
        .toReversed();
    },
    stop: (machine, name, error, cause) => {
      const execution = find(machine, name);
      if (execution.status !== "RUNNING") return execution;
      runs.get(executionArn(machine, name))?.stop(error, cause);
      return { ...execution, status: "ABORTED", error, cause, stoppedAt: Date.now() };
    },
    recent: (count) => log.all().slice(-count).toReversed(),
    running: () => runs.size,
    idle: async () => {
      while (ended.size > 0) await Promise.all(ended);
    },
    resume: () => {
      for (const execution of log.all().filter(({ status }) => status === "RUNNING")) {
        if (machines.some(({ name }) => name === execution.machine)) run(execution);
        else log.put({ ...execution, status: "FAILED", error: "StateMachineDoesNotExist", stoppedAt: Date.now() });
      }
    },
    close: async () => {
      isClosing = true;
      for (const each of runs.values()) each.stop("States.Runtime", "the machine is being switched off");
      await Promise.all(ended);
    },
  };
};

export const executionArn = (machine: string, name: string): string =>
  `arn:aws:states:${region}:${accountId}:execution:${machine}:${name}`;

export const machineArn = (machine: string): string => `arn:aws:states:${region}:${accountId}:stateMachine:${machine}`;

const beginning = {
  status: "RUNNING",
  stoppedAt: null,
  output: null,
  error: null,
  cause: null,
  events: 0,
  largestState: 0,
} as const;

const parsedInput = (input: string): unknown => {
  if (Buffer.byteLength(input) > limits.stateBytes)
    throw new WireFault("InvalidExecutionInput", "Invalid State Machine Execution Input: it exceeds 262144 bytes");
  try {
    return JSON.parse(input);
  } catch {
    throw new WireFault("InvalidExecutionInput", "Invalid State Machine Execution Input: it is not JSON");
  }
};

const recordOf = (ending: Ending): Pick<Execution, "status" | "output" | "error" | "cause"> =>
  ending.status === "SUCCEEDED"
    ? { status: ending.status, output: ending.output, error: null, cause: null }
    : { status: ending.status, output: null, error: ending.error, cause: ending.cause };
