import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";

/**
 * Deletes what was sent to a queue before a moment, and nothing younger: that is out of sight for a minute.
 * @returns how many were deleted
 */
export const forgetBefore = async (sqs: SQSClient, QueueUrl: string, moment: Date): Promise<number> => {
  let forgotten = 0;
  for (;;) {
    const messages = await received(sqs, QueueUrl);
    if (messages.length === 0) return forgotten;
    const old = messages.filter(({ Attributes }) => Number(Attributes?.SentTimestamp) < moment.getTime());
    if (old.length === 0) continue;
    const Entries = old.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    const { Failed = [] } = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    if (Failed.length > 0) throw new Error(`${Failed.length} messages could not be deleted: ${Failed[0]?.Message}`);
    forgotten += old.length;
  }
};

const received = async (sqs: SQSClient, QueueUrl: string): Promise<readonly Message[]> => {
  const MessageSystemAttributeNames = ["SentTimestamp" as const];
  // waiting makes SQS ask all of its servers; without it an empty answer means little
  const waiting = { WaitTimeSeconds: 1, MaxNumberOfMessages: 10, VisibilityTimeout: 60 };
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames, ...waiting }),
  );
  return Messages;
};
