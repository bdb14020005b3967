import type { ShardTask, WorkEnd, Worked, WorkPlan } from "#functions/recomputation/mass-work.ts";
import type { ExecutionInput, Executions } from "#shared/storage/executions.ts";
import type { Ending, Invocation } from "./scheduler.ts";

/** The state machine for mass work: plan, every shard beside the others, summary; each tried a few times. */
export interface StateMachine extends Executions {
  /** Whether some task may be begun. */
  readonly isReady: () => boolean;
  /** Begins one of the tasks. */
  readonly goOn: () => void;
  /** Ends an execution from outside; what it has begun goes on by itself and nobody hears of it. */
  readonly abort: () => void;
  readonly isIdle: () => boolean;
}

/** What the tasks of the machine are. */
export interface Tasks {
  readonly invoke: <Result>(
    name: string,
    work: (invocation: Invocation) => Promise<Result>,
    then: (ending: Ending<Result>) => void,
  ) => void;
  readonly plan: (input: ExecutionInput) => (invocation: Invocation) => Promise<WorkPlan>;
  readonly work: (task: ShardTask) => (invocation: Invocation) => Promise<Worked>;
  readonly summarise: (end: WorkEnd) => (invocation: Invocation) => Promise<unknown>;
  /** Which of so many tasks is begun first. */
  readonly choose: (from: number) => number;
}

interface Execution {
  readonly name: string;
  isOver: boolean;
}

interface Task {
  readonly execution: Execution;
  readonly begin: () => void;
}

const tries = 3;

export const stateMachine = (tasks: Tasks): StateMachine => {
  const names = new Set<string>();
  const executions: Execution[] = [];
  let ready: Task[] = [];

  /** One task with its retries; `failed` once it has failed as often as it may. */
  const task = <Result>(
    execution: Execution,
    name: string,
    run: (invocation: Invocation) => Promise<Result>,
    { done, failed }: { readonly done: (result: Result) => void; readonly failed: () => void },
    left = tries,
  ): void => {
    const then = (ending: Ending<Result>): void => {
      if (execution.isOver) return;
      if (ending.ended === "answered") done(ending.result);
      else if (left > 1) task(execution, name, run, { done, failed }, left - 1);
      else failed();
    };
    ready.push({ execution, begin: () => tasks.invoke(name, run, then) });
  };

  const end = (execution: Execution): void => {
    execution.isOver = true;
    ready = ready.filter((one) => one.execution !== execution);
  };

  const workShards = (execution: Execution, { jobId, shards }: WorkPlan): void => {
    const results: WorkEnd["results"][number][] = [];
    const came = (result: WorkEnd["results"][number]) => {
      results.push(result);
      if (results.length >= shards.length) summarise();
    };
    const failed = () => came({ gaveUp: true });
    const summarise = () =>
      task(execution, `summarise ${jobId}`, tasks.summarise({ jobId, shards, results }), {
        done: () => end(execution),
        failed: () => end(execution),
      });
    if (shards.length === 0) summarise();
    for (const shard of shards) {
      task(execution, `work ${jobId} ${shard.shard}`, tasks.work(shard), { done: came, failed });
    }
  };

  return {
    start: async (name, input) => {
      if (names.has(name)) return "started-before";
      names.add(name);
      const execution = { name, isOver: false };
      executions.push(execution);
      task(execution, `plan ${name}`, tasks.plan(input), {
        done: (plan) => workShards(execution, plan),
        failed: () => end(execution),
      });
      return "started";
    },
    isReady: () => ready.length > 0,
    goOn: () => {
      const [next] = ready.splice(tasks.choose(ready.length), 1);
      next?.begin();
    },
    abort: () => {
      const running = executions.filter(({ isOver }) => !isOver);
      const execution = running[tasks.choose(running.length)];
      if (execution) end(execution);
    },
    isIdle: () => executions.every(({ isOver }) => isOver),
  };
};
