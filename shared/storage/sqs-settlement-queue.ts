import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { SettlementTask } from "#shared/domain/settlement.ts";
import type { SettlementQueue } from "./settlement-queue.ts";

export const sqsSettlementQueue = (client: SQSClient, QueueUrl: string): SettlementQueue => {
  const sendTogether = async (tasks: readonly SettlementTask[]): Promise<void> => {
    const Entries = tasks.map((task, at) => ({ Id: `${at}`, MessageBody: JSON.stringify(task) }));
    const { Successful = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    // what is named neither as taken nor as refused isn't known to lie there
    if (Successful.length < tasks.length) throw new Error("tasks not taken by the settlement queue");
  };

  return {
    send: async (tasks) => {
      for (let at = 0; at < tasks.length; at += mostTogether) await sendTogether(tasks.slice(at, at + mostTogether));
    },
  };
};

const mostTogether = 10;
