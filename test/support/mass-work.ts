import type { ShardTask, WorkEnd } from "#functions/recomputation/mass-work.ts";
import { type Planning, planRecomputation } from "#functions/recomputation/plan-recomputation.ts";
import { summariseRecomputation } from "#functions/recomputation/summarise-recomputation.ts";
import type { Missed } from "#functions/recomputation/sweep-resident.ts";
import { type Working, workShard } from "#functions/recomputation/work-shard.ts";
import type { publishMetrics } from "#shared/runtime/metrics.ts";
import type { ExecutionInput } from "#shared/storage/executions.ts";
import type { Jobs } from "#shared/storage/jobs.ts";
import { memoryExecutions } from "./memory-executions.ts";
import type { registerOfPeople } from "./register-of-people.ts";

type Register = ReturnType<typeof registerOfPeople>;
type Published = Parameters<typeof publishMetrics>[0];

/** What the functions of mass work stand on; a test may have some of it do otherwise. */
export interface MassWorkParts extends Omit<Working, "jobs">, Omit<Planning, "jobs" | "scores" | "standards"> {
  readonly jobs: Jobs;
  readonly publish: (values: Published) => void;
}

/** How the processes live that the functions run in; unless a test says otherwise, for ever. */
export interface Life {
  /** The thing as a process uses it. */
  readonly of: <Thing extends object>(thing: Thing) => Thing;
  /** A new process begins. */
  readonly born: () => void;
  /** How often the machine tries each step. */
  readonly tries: number;
}

/** The functions of mass work on a register in memory, and in place of the state machine one that takes step by step. */
export const massWork = (register: Register, differing: Partial<MassWorkParts> = {}, life: Life = forEver) => {
  const executions = memoryExecutions();
  const published: Published[] = [];
  const missed: Missed[] = [];
  const parts: MassWorkParts = {
    ...register,
    jobs: life.of(register.jobs),
    residents: life.of(register.residents),
    scores: life.of(register.scores),
    retryQueue: life.of(register.retryQueue),
    executions: life.of({ start: executions.start }),
    publish: (values) => {
      published.push(values);
    },
    reportMissed: (found) => {
      missed.push(found);
    },
    pageSize: 2,
    width: 2,
    sliceSeconds: 600,
    ...differing,
  };
  const plan = planRecomputation(parts);
  const work = workShard(parts);
  const summarise = summariseRecomputation(parts);

  /** One execution as the machine's definition runs it: a shard that fails three times is given up. */
  const execute = async (input: ExecutionInput): Promise<Awaited<ReturnType<typeof summarise>>> => {
    const { jobId, shards } = await insistent(life, () => plan(input));
    const results: WorkEnd["results"][number][] = [];
    for (const task of shards) {
      results.push(await insistent(life, () => work(task)).catch(() => ({ gaveUp: true as const })));
    }
    return insistent(life, () => summarise({ jobId, shards, results }));
  };

  return {
    parts,
    plan,
    work: (task: ShardTask) => work(task),
    summarise,
    execute,
    /** Runs the execution and all that it and others have started, until none is left. */
    run: async (input?: ExecutionInput): Promise<void> => {
      for (let next = input ?? executions.take(); next; next = executions.take()) await execute(next);
    },
    executions,
    published: (): readonly Published[] => published,
    missed: (): readonly Missed[] => missed,
  };
};

const forEver: Life = { of: (thing) => thing, born: () => undefined, tries: 3 };

const insistent = async <Answer>({ born, tries }: Life, step: () => Promise<Answer>): Promise<Answer> => {
  try {
    born();
    return await step();
  } catch (fault) {
    if (tries === 1) throw fault;
    return insistent({ of: forEver.of, born, tries: tries - 1 }, step);
  }
};
