import { retryQueueCases } from "#test/shared/storage/retry-queue.cases.ts";
import { memoryRetryQueue } from "./memory-retry-queue.ts";

retryQueueCases(async () => {
  const queue = memoryRetryQueue();
  return { queue, waiting: async () => queue.waiting() };
});
