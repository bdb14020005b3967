import { type StateMachineDefinition as Language, type RunOptions, StateMachine } from "aws-local-stepfunctions";
import type { Outcome } from "../functions/execution.ts";
import type { StateMachineDefinition } from "../template/state-machines.ts";
import { type History, historyOf, limits } from "./history.ts";

/** How an execution came out. */
export type Ending =
  | { readonly status: "SUCCEEDED"; readonly output: string }
  | { readonly status: "FAILED" | "TIMED_OUT" | "ABORTED"; readonly error: string; readonly cause: string };

export interface Run {
  readonly ending: Promise<Ending>;
  readonly history: () => History;
  readonly stop: (error: string, cause: string) => void;
}

export type Invoke = (functionName: string, event: string) => Promise<Outcome>;

/**
 * A state machine of the template that calls the functions of this machine.
 * @throws Error when states lead nowhere
 */
export const stateMachine = ({ definition, tasks }: StateMachineDefinition, invoke: Invoke) => {
  // an ARN of this machine isn't one of AWS
  const machine = new StateMachine(untimed(definition), { validationOptions: { checkArn: false } });

  return (id: string, name: string, input: string): Run => {
    let history: History = { events: 0, largestState: 0 };
    let stopped: Ending | undefined;
    let isOver = false;
    const call = async (functionName: string, given: unknown) => {
      // after a stop or a fault the library still begins with what waits in a Map
      if (isOver) throw stateError("States.Runtime", "the execution has ended");
      const outcome = await invoke(functionName, sized(JSON.stringify(given)));
      if (outcome.type === "answered") return JSON.parse(sized(outcome.payload));
      const { errorType, errorMessage } = outcome;
      throw stateError(errorType, JSON.stringify({ errorType, errorMessage }));
    };
    const run = machine.run(JSON.parse(input), {
      context: { Execution: { Id: id, Name: name } },
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(
          tasks.map(({ state, functionName }) => [state, (given: unknown) => call(functionName, given)]),
        ),
        retryIntervalOverrides: Object.fromEntries(
          tasks.map(({ state, retryAfterMs }) => [state, retryAfterMs.map((pauseMs) => pauseMs / hurry)]),
        ),
      },
    } as RunOptions);
    const stop = (ending: Ending): void => {
      stopped ??= ending;
      isOver = true;
      run.abort();
    };
    const counted = historyOf(run.eventLogs, (happened) => {
      history = happened;
      const tooLarge = happened.largestState > limits.stateBytes;
      if (tooLarge) stop({ status: "FAILED", error: "States.DataLimitExceeded", cause: "a state exceeds 256 kB" });
      const tooLong = happened.events > limits.events;
      if (tooLong) stop({ status: "FAILED", error: "States.Runtime", cause: "the history exceeds 25,000 events" });
    });
    const endingOf = async (): Promise<Ending> => {
      const ending = await run.result.then(succeeded, failed);
      isOver = true;
      await counted;
      return stopped ?? ending;
    };
    return {
      ending: endingOf(),
      history: () => history,
      stop: (error, cause) => stop({ status: "ABORTED", error, cause }),
    };
  };
};

// a machine on which one waits for a retry has nobody else to give way to
const hurry = 10;

/**
 * The library's own time-out is a minute where a state has none, and includes the wait for a free thread. The function's
 * own is the shorter one (readWiring sees to it) and holds here.
 */
const untimed = (definition: StateMachineDefinition["definition"]): Language =>
  JSON.parse(JSON.stringify(definition), (_, part) =>
    part?.Type === "Task" ? { ...part, TimeoutSeconds: 2_147_483 } : part,
  );

const sized = (state: string): string => {
  if (Buffer.byteLength(state) <= limits.stateBytes) return state;
  throw Object.assign(stateError("States.DataLimitExceeded", "a state exceeds 256 kB"), {
    // as the library asks whether States.ALL includes it
    isRetryable: false,
    isCatchable: false,
  });
};

/** Retry and Catch go by an error's name. */
const stateError = (name: string, cause: string): Error => Object.assign(new Error(cause), { name });

const succeeded = (output: unknown): Ending => ({ status: "SUCCEEDED", output: JSON.stringify(output) });

const failed = (thrown: unknown): Ending => {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (error.name === "ExecutionTimeoutError")
    return { status: "TIMED_OUT", error: "States.Timeout", cause: error.message };
  const { name, message } = error.cause instanceof Error ? error.cause : error;
  return { status: "FAILED", error: name, cause: message };
};
