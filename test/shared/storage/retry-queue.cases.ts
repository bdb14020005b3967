import { describe, expect, test } from "vitest";
import type { RetryQueue, RetryRequest } from "#shared/storage/retry-queue.ts";
import { residentId } from "#test/support/people.ts";

export interface QueueToLookInto {
  readonly queue: RetryQueue;
  /** What lies in it, in any order. */
  readonly waiting: () => Promise<readonly RetryRequest[]>;
}

/** What every retry queue has to do. */
export const retryQueueCases = (make: () => Promise<QueueToLookInto>): void => {
  describe("a retry queue", () => {
    test("holds what was sent to it, and leaves nothing unsent", async () => {
      const { queue, waiting } = await make();
      const versionless = { residentId: residentId(2), dossierVersion: null, why: "mass-work-failed" } as const;

      const unsent = await queue.send([aRequest(1), versionless]);

      expect(unsent).toEqual([]);
      expect(inOrder(await waiting())).toEqual([aRequest(1), versionless]);
    });

    test("takes more than ten at once", async () => {
      const { queue, waiting } = await make();
      const requests = Array.from({ length: 23 }, (_, number) => aRequest(number));

      const unsent = await queue.send(requests);

      expect(unsent).toEqual([]);
      expect(inOrder(await waiting())).toEqual(requests);
    });

    test("has nothing to do for nothing", async () => {
      const { queue, waiting } = await make();

      expect(await queue.send([])).toEqual([]);
      expect(await waiting()).toEqual([]);
    });
  });
};

export const aRequest = (number: number): RetryRequest => ({
  residentId: residentId(number),
  dossierVersion: 3,
  why: "change-failed",
});

const inOrder = (requests: readonly RetryRequest[]): readonly RetryRequest[] =>
  requests.toSorted((one, other) => (one.residentId < other.residentId ? -1 : 1));
