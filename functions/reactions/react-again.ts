import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { log } from "#shared/runtime/log.ts";
import { type Reaction, reactTo } from "./reaction.ts";

/** Looks once more at the dossiers that the reaction queue names. What fails goes back, and after some times to the dead letters. */
export const reactAgain =
  (reactions: readonly Reaction[]) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const react = reactTo(reactions);
    const reactOnce = async ({ messageId, body, attributes }: SQSRecord): Promise<readonly string[]> => {
      const attempt = Number(attributes.ApproximateReceiveCount);
      const residentId = ResidentId.safeParse(body).data;
      try {
        if (residentId === undefined) throw new Error("what lies in the reaction queue names no resident");
        await react(residentId);
        return [];
      } catch (fault) {
        log.error("reaction-failed", { ...(residentId && { residentId }), attempt, fault });
        return [messageId];
      }
    };

    const failed = (await inParallel(Records, Records.length, reactOnce)).flat();
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
