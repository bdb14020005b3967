import { type RetryQueue, RetryRequest } from "#shared/storage/retry-queue.ts";

/** A retry queue for tests of what stands on it, with what lies in it; it passes the same cases as the real one. */
export const memoryRetryQueue = () => {
  const bodies: string[] = [];
  const queue: RetryQueue = {
    send: async (requests) => {
      bodies.push(...requests.map((request) => JSON.stringify(request)));
      return [];
    },
  };
  return {
    ...queue,
    waiting: (): readonly RetryRequest[] => bodies.map((body) => RetryRequest.parse(JSON.parse(body))),
  };
};
