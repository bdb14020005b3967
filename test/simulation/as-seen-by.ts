import type { Executions } from "#shared/storage/executions.ts";
import type { RetryQueue, RetryRequest } from "#shared/storage/retry-queue.ts";
import type { Cause } from "#shared/storage/stored-score.ts";
import { gated, type Weather } from "./gate.ts";
import type { Invocation } from "./scheduler.ts";
import { observedScores } from "./stores.ts";
import type { System } from "./system.ts";

/** Tables, queue and state machine as one invocation sees them. */
export const asSeenBy = (system: System, invocation: Invocation) => {
  const { stores } = system;
  const seen = <Repository extends object>(name: string, repository: Repository): Repository =>
    gated(system, invocation, name, repository);

  const scores = (...causes: readonly Cause[]) => seen("scores", observedScores(stores.scores, causes, system));
  const residents = () => seen("residents", stores.residents);
  return {
    residents,
    scores,
    jobs: () => seen("jobs", stores.jobs),
    batches: () => seen("batches", stores.batches),
    feedDays: () => seen("feed days", stores.feedDays),
    executions: () => seen("executions", { start: system.machine.start } satisfies Executions),
    retryQueue: () =>
      forgiving(gated({ ...system, weather: () => atTheQueue(system) }, invocation, "retry queue", sending(system))),
    /** What recomputing takes, for one who may do it for these causes only. */
    recomputing: (...causes: readonly Cause[]) => ({
      residents: residents(),
      scores: scores(...causes),
      standards: system.standards(),
      now: system.clock.now,
      today: system.clock.today,
    }),
  };
};

const atTheQueue = ({ weather, isCalm, plan }: System): Weather =>
  isCalm() ? weather() : { ...weather(), faults: weather().faults + plan.queueFaults };

const sending = ({ retryQueue }: System): RetryQueue => ({
  send: async (requests: readonly RetryRequest[]) => {
    for (const request of requests) retryQueue.send(JSON.stringify(request));
    return [];
  },
});

/** What the queue didn't take, or didn't say that it took, is answered as not sent; nothing is thrown. */
const forgiving = (queue: RetryQueue): RetryQueue => ({
  send: async (requests) => {
    if (requests.length === 0) return [];
    try {
      return await queue.send(requests);
    } catch {
      return requests;
    }
  },
});
