import { SQSClient } from "@aws-sdk/client-sqs";

// a queue's URL names the queue and not where to send: that is the endpoint's business, which the one-machine system sets
const useQueueUrlAsEndpoint = false;

/** The one client of a function for queues; as impatient as that of the tables. */
export const sqs = new SQSClient({
  useQueueUrlAsEndpoint,
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
});

/** For who sends while somebody waits for an answer that doesn't need the queue: tries once, and less than a second. */
export const hurriedSqs = new SQSClient({
  useQueueUrlAsEndpoint,
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 300, requestTimeout: 700, throwOnRequestTimeout: true },
});
