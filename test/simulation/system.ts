import type { Dossier } from "#shared/domain/dossier.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { Batches } from "#shared/storage/batches.ts";
import type { FeedDays } from "#shared/storage/feed-days.ts";
import type { Jobs } from "#shared/storage/jobs.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Scores } from "#shared/storage/scores.ts";
import { type Chance, chanceOf } from "#test/support/chance.ts";
import { memoryBatches } from "#test/support/memory-batches.ts";
import { memoryFeedDays } from "#test/support/memory-feed-days.ts";
import { memoryJobs } from "#test/support/memory-jobs.ts";
import { memoryResidents } from "#test/support/memory-residents.ts";
import { memoryScores } from "#test/support/memory-scores.ts";
import { type ChangeStream, changeStream, recordOf } from "./change-stream.ts";
import { calm, type Gate, type Weather } from "./gate.ts";
import { plan as planWork, summarise, work } from "./mass-work.ts";
import { type MessageQueue, messageQueue } from "./message-queue.ts";
import { observedJobs } from "./observed-jobs.ts";
import type { Plan } from "./plan.ts";
import { createScheduler, type Ending, type Invocation } from "./scheduler.ts";
import { type SimulatedClock, simulatedClock } from "./simulated-clock.ts";
import { type StateMachine, stateMachine } from "./state-machine.ts";
import { observedResidents, shortId } from "./stores.ts";
import { createTrace } from "./trace.ts";
import { type Truth, truthOf } from "./truth.ts";
import { type Violations, violations } from "./violations.ts";

/** The whole service in one process: its tables, stream and queue in memory, and everything that runs on them. */
export interface System extends Gate {
  readonly plan: Plan;
  readonly clock: SimulatedClock;
  readonly truth: Truth;
  readonly violations: Violations;
  readonly stores: Stores;
  /** Of every job that was stored, in order. */
  readonly jobIds: readonly string[];
  readonly stream: ChangeStream;
  readonly retryQueue: MessageQueue;
  readonly machine: StateMachine;
  /** A sweep has found what a completed night should have caught. */
  readonly missed: (residentId: ResidentId) => void;
  /** The registry of whichever deployment a new invocation happens to meet. */
  readonly standards: () => Standards;
  readonly deploy: (state: Deployment) => void;
  readonly deployment: () => Deployment;
  /** From now on nothing goes wrong any more. */
  readonly calmDown: () => void;
  readonly isCalm: () => boolean;
  readonly invoke: <Result>(
    name: string,
    work: (invocation: Invocation) => Promise<Result>,
    then: (ending: Ending<Result>) => void,
  ) => void;
}

/** `rolling`: some workers run the old program and some the new one. */
export type Deployment = "old" | "rolling" | "new";

export interface Stores {
  readonly residents: Residents;
  readonly scores: Scores;
  readonly jobs: Jobs;
  readonly batches: Batches;
  readonly feedDays: FeedDays;
}

export const createSystem = (plan: Plan): System => {
  const chance = chanceOf(plan.seed, 1);
  const clock = simulatedClock(plan.startsOn);
  const trace = createTrace();
  const scheduler = createScheduler(chance);
  const violated = violations();
  const truth = truthOf(violated);
  const stream = changeStream(chance, plan.eventSource);
  let weather: Weather = plan.weather;
  let deployment: Deployment = "old";
  const jobIds: string[] = [];
  let changes = 0;
  let invocations = 0;

  const changed = (before: Dossier | undefined, after: Dossier): void => {
    const sequence = `${++changes}`.padStart(6, "0");
    const at = Date.parse(clock.now());
    const isPoison = chance.between(0, 999) < plan.poisonRecords;
    const tells = isPoison ? chance.oneOf("no-dossier", "nobody") : "everything";
    stream.put({
      sequence,
      residentId: after.residentId,
      version: after.version,
      at,
      tells,
      asSent: () => recordOf({ before, after, sequence, at, tells }),
    });
  };

  const system: System = {
    plan,
    chance,
    clock,
    trace,
    scheduler,
    truth,
    violations: violated,
    stream,
    retryQueue: messageQueue(chance, plan.mostReceives),
    jobIds,
    stores: {
      residents: observedResidents(memoryResidents(), truth, changed),
      scores: memoryScores(),
      jobs: observedJobs(memoryJobs(), (jobId) => jobIds.push(jobId)),
      batches: memoryBatches(),
      feedDays: memoryFeedDays(),
    },
    machine: stateMachine({
      invoke: (name, run, then) => system.invoke(name, run, then),
      plan: (input) => planWork(system, input),
      work: (task) => work(system, task),
      summarise: (end) => summarise(system, end),
      choose: (from) => chance.between(0, from - 1),
    }),
    missed: (residentId) => {
      if (system.isCalm()) violated.found("a sweep finds nothing that a night should have caught", shortId(residentId));
    },
    weather: () => weather,
    calmDown: () => {
      weather = calm;
    },
    isCalm: () => weather === calm,
    standards: () => standardsOf(plan, deployment, chance),
    deploy: (state) => {
      // a deployment takes minutes, and so does the longest invocation: nobody runs the old program a day later
      if (state === "new" && deployment !== "new") for (const old of scheduler.running()) scheduler.kill(old);
      deployment = state;
    },
    deployment: () => deployment,
    invoke: (name, work, then) => {
      const numbered = `${name} #${++invocations}`;
      const begunInCalm = weather === calm;
      trace.write(numbered, "begins");
      scheduler.invoke(numbered, work, (ending) => {
        const cause = ending.ended === "threw" ? ending.cause : undefined;
        trace.write(numbered, ending.ended, [], cause);
        if (begunInCalm && ending.ended !== "answered" && !isRefusal(cause)) {
          violated.found("what is quiet has no errors", `${numbered} ${ending.ended}: ${cause}`);
        }
        then(ending);
      });
    },
  };
  return system;
};

const standardsOf = ({ registry }: Plan, deployment: Deployment, chance: Chance): Standards => {
  if (deployment === "rolling") return chance.percent(50) ? registry.before : registry.after;
  return deployment === "old" ? registry.before : registry.after;
};
