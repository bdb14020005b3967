import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { log } from "#shared/runtime/log.ts";
import type { RetryQueue, RetryRequest } from "./retry-queue.ts";

export const sqsRetryQueue = (client: SQSClient, QueueUrl: string): RetryQueue => {
  const sendTogether = async (requests: readonly RetryRequest[]): Promise<readonly RetryRequest[]> => {
    try {
      const Entries = requests.map((request, at) => ({ Id: `${at}`, MessageBody: JSON.stringify(request) }));
      const { Successful = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      // what is named neither as taken nor as refused isn't known to lie there
      const taken = new Set(Successful.map(({ Id }) => Id));
      return requests.filter((_, at) => !taken.has(`${at}`));
    } catch (fault) {
      log.error("retry-queue-failed", { counts: { requests: requests.length }, fault });
      return requests;
    }
  };

  return {
    send: async (requests) => {
      const unsent: RetryRequest[] = [];
      for (let at = 0; at < requests.length; at += mostTogether) {
        unsent.push(...(await sendTogether(requests.slice(at, at + mostTogether))));
      }
      return unsent;
    },
  };
};

const mostTogether = 10;
