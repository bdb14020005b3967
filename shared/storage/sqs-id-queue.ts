import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { IdQueue } from "./id-queue.ts";

export const sqsIdQueue = <Id extends string>(client: SQSClient, QueueUrl: string): IdQueue<Id> => ({
  send: async (id) => {
    try {
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody: id }));
    } catch (cause) {
      throw new Error("id not taken by its queue", { cause });
    }
  },
});
