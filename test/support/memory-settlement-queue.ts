import type { SettlementTask } from "#shared/domain/settlement.ts";
import type { SettlementQueue } from "#shared/storage/settlement-queue.ts";

/** The settlement queue for tests of who works it off: a task stays until it is said to be done. */
export const memorySettlementQueue = (): SettlementQueue & {
  readonly next: () => SettlementTask | undefined;
  readonly done: () => void;
} => {
  const waiting: string[] = [];
  return {
    send: async (tasks) => {
      waiting.push(...tasks.map((task) => JSON.stringify(task)));
    },
    next: () => (waiting[0] === undefined ? undefined : JSON.parse(waiting[0])),
    done: () => {
      waiting.shift();
    },
  };
};
