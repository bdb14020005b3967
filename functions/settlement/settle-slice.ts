import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { SettlementTask } from "#shared/domain/settlement.ts";
import { log } from "#shared/runtime/log.ts";
import { settleTask } from "./settle-task.ts";
import type { Settling } from "./settling.ts";

/** Works off the settlement queue. What fails goes back into it, and after some times to the dead letters. */
export const settleSlice = (settling: Settling) => {
  const settle = settleTask(settling);
  const work = async ({ messageId, body, attributes }: SQSRecord): Promise<readonly string[]> => {
    const attempt = Number(attributes.ApproximateReceiveCount);
    const task = taskIn(body);
    if (!task) {
      log.error("settlement-task-unreadable", { attempt });
      return [messageId];
    }
    const place = task.of === "part" ? { programmeId: task.programmeId, shard: `${task.phase}#${task.part}` } : {};
    try {
      // what was overtaken or throttled once works the second time, and the queue would show it only minutes later
      await settle(task).catch((fault: unknown) => {
        log.warn("settlement-task-tried-again", { ...place, attempt, fault });
        return settle(task);
      });
      return [];
    } catch (fault) {
      log.error("settlement-task-failed", { ...place, attempt, fault });
      return [messageId];
    }
  };
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: string[] = [];
    // one after the other: each takes what a slice may last
    for (const record of Records) failed.push(...(await work(record)));
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};

const taskIn = (body: string): SettlementTask | undefined => {
  try {
    return SettlementTask.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
};
