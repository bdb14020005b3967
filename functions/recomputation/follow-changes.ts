import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { log } from "#shared/runtime/log.ts";
import type { publishMetrics } from "#shared/runtime/metrics.ts";
import type { RetryQueue, RetryRequest } from "#shared/storage/retry-queue.ts";
import type { Recomputing } from "./recompute.ts";
import { recomputeThrough } from "./recompute-through.ts";
import { type ResidentFeed, residentFeeds } from "./resident-feeds.ts";

export interface Following extends Recomputing {
  readonly retryQueue: RetryQueue;
  readonly publish: typeof publishMetrics;
}

/**
 * Follows the change feed. Whatever fails is left to the retry queue and counts as done, so that nobody waits behind it;
 * only what that queue doesn't take either, or what doesn't even say whose it is, is handed back as failed.
 */
export const followChanges = ({ retryQueue, publish, ...recomputing }: Following) => {
  const reflect = async (feed: ResidentFeed): Promise<Reflected> => {
    const { residentId, changes, newest } = feed;
    if (!feed.isReadable) return { lags: [], failed: { residentId, dossierVersion: newest, why: "change-unreadable" } };
    try {
      const { outcome, previous, score } = await recomputeThrough(recomputing)(residentId, "dossier-changed", newest);
      log.info("dossier-change-followed", {
        residentId,
        dossierVersion: score.basis.dossierVersion,
        events: changes.flatMap(({ events }) => events.map(({ name }) => name)),
        state: outcome,
      });
      const recordedOnlyNow = changes.filter(({ version }) => version > (previous?.basis.dossierVersion ?? 0));
      return { lags: recordedOnlyNow.map(({ committedAt }) => lagSince(committedAt, recomputing.now())) };
    } catch (fault) {
      log.error("recomputation-failed", { residentId, cause: "dossier-changed", fault });
      return { lags: [], failed: { residentId, dossierVersion: newest, why: "change-failed" } };
    }
  };

  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const { feeds, nameless } = residentFeeds(Records);
    const reflected = await inParallel(feeds, width, reflect);

    const lags = reflected.flatMap((one) => one.lags);
    if (lags.length > 0) publish({ ChangeToRecordMilliseconds: lags });
    const failed = reflected.flatMap((one) => one.failed ?? []);
    const unsent = new Set((await retryQueue.send(failed)).map(({ residentId }) => residentId));
    const places = feeds.filter(({ residentId }) => unsent.has(residentId)).flatMap((feed) => feed.places);
    const handedBack = [...nameless, ...places];
    if (handedBack.length > 0) log.error("changes-handed-back", { counts: { records: handedBack.length } });
    return { batchItemFailures: handedBack.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};

/** How many residents at a time: enough to fill the waiting for the database, few enough for its connections. */
const width = 8;

interface Reflected {
  /** How long each change waited for its record, in milliseconds. */
  readonly lags: readonly number[];
  readonly failed?: RetryRequest;
}

// two clocks may differ by a little
const lagSince = (committedAt: string, now: string): number => Math.max(0, Date.parse(now) - Date.parse(committedAt));
