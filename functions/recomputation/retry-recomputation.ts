import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { log } from "#shared/runtime/log.ts";
import { RetryRequest } from "#shared/storage/retry-queue.ts";
import type { Recomputing } from "./recompute.ts";
import { recomputeThrough } from "./recompute-through.ts";

/** Recomputes whomever the retry queue names. What fails goes back into it, and after some times to the dead letters. */
export const retryRecomputation =
  (recomputing: Recomputing) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const retry = async ({ messageId, body, attributes }: SQSRecord): Promise<readonly string[]> => {
      const attempt = Number(attributes.ApproximateReceiveCount);
      const request = requestIn(body);
      if (!request) {
        log.error("retry-request-unreadable", { attempt });
        return [messageId];
      }
      const { residentId, dossierVersion, why } = request;
      try {
        const { outcome, score } = await recomputeThrough(recomputing)(residentId, "retried", dossierVersion);
        log.info("recomputation-retried", { residentId, cause: why, state: outcome, attempt, ...score.basis });
        return [];
      } catch (fault) {
        log.error("recomputation-failed", { residentId, cause: why, attempt, fault });
        return [messageId];
      }
    };

    const failed = (await inParallel(Records, Records.length, retry)).flat();
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };

const requestIn = (body: string): RetryRequest | undefined => {
  try {
    return RetryRequest.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
};
