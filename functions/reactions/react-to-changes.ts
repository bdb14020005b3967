import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { dossierChangeIn } from "#shared/events/dossier-change.ts";
import { UnreadableChange } from "#shared/events/unreadable-change.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { log } from "#shared/runtime/log.ts";
import type { IdQueue } from "#shared/storage/id-queue.ts";
import { type Reaction, reactTo } from "./reaction.ts";

interface Reacting {
  readonly reactions: readonly Reaction[];
  readonly queue: IdQueue<ResidentId>;
}

/**
 * Follows the change feed for what a change leads to beside a score. Who fails goes to the reaction queue and counts as
 * done, so that nobody waits behind them; only what that queue doesn't take either is handed back.
 */
export const reactToChanges = ({ reactions, queue }: Reacting) => {
  const react = reactTo(reactions);

  const reactOrQueue = async (residentId: ResidentId): Promise<void> => {
    try {
      await react(residentId);
    } catch (fault) {
      log.error("reaction-failed", { residentId, fault });
      await queue.send(residentId);
    }
  };

  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const places = new Map<ResidentId, string[]>();
    const failed: string[] = [];
    for (const record of Records) {
      const place = record.dynamodb?.SequenceNumber ?? "";
      const concerned = concernedBy(record, reactions);
      if (concerned === "nobody-known") failed.push(place);
      else if (concerned !== undefined) places.set(concerned, [...(places.get(concerned) ?? []), place]);
    }
    await inParallel([...places], width, async ([residentId, own]) => {
      try {
        await reactOrQueue(residentId);
      } catch (fault) {
        log.error("reaction-handed-back", { residentId, fault });
        failed.push(...own);
      }
    });
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};

const width = 8;

/** Whose dossier to look at; what can't be read may be anything, so that it is looked at as well. */
const concernedBy = (
  record: DynamoDBRecord,
  reactions: readonly Reaction[],
): ResidentId | "nobody-known" | undefined => {
  try {
    const change = dossierChangeIn(record);
    return change?.events.some((event) => reactions.some(({ concerns }) => concerns(event)))
      ? change.residentId
      : undefined;
  } catch (fault) {
    if (!(fault instanceof UnreadableChange)) throw fault;
    log.error("dossier-change-unreadable", { ...(fault.residentId && { residentId: fault.residentId }), fault });
    return fault.residentId ?? "nobody-known";
  }
};
