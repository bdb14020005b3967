import * as z from "zod";
import { ResidentId } from "#shared/domain/resident-id.ts";

/** Why a score is to be recomputed once more: a closed code, since a queue carries no facts and no points. */
export const RetryReason = z.enum(["change-failed", "change-unreadable", "mass-work-failed", "pending-too-long"]);
export type RetryReason = z.infer<typeof RetryReason>;

/** What lies in the retry queue. The recomputation that follows reads the dossier afresh. */
export const RetryRequest = z
  .strictObject({
    residentId: ResidentId,
    /** The dossier version that asked for it; null where that could not be read. */
    dossierVersion: z.int().min(1).nullable(),
    why: RetryReason,
  })
  .readonly();
export type RetryRequest = z.infer<typeof RetryRequest>;

/** Where a recomputation that failed waits for its next attempt. It has a dead-letter queue of its own. */
export interface RetryQueue {
  /** Answers those that could not be sent; nothing is thrown for them. */
  send(requests: readonly RetryRequest[]): Promise<readonly RetryRequest[]>;
}
