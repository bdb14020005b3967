import type { SettlementTask } from "#shared/domain/settlement.ts";

/** Where the parts of a settlement wait for a worker. It may deliver twice; the work is done once. */
export interface SettlementQueue {
  /** @throws Error when some were not taken */
  send(tasks: readonly SettlementTask[]): Promise<void>;
}
