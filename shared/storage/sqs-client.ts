import { SQSClient } from "@aws-sdk/client-sqs";

/**
 * The one client of a function for queues; as impatient as that of the tables. A queue's URL names the queue and not where
 * to send: that is the endpoint's business, which the one-machine system sets.
 */
export const sqs = new SQSClient({
  maxAttempts: 4,
  useQueueUrlAsEndpoint: false,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
});
