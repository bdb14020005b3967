import * as z from "zod";
import { WireFault } from "../../aws-json-server.ts";

const Id = z.string().regex(/^[\w-]{1,80}$/);

/** A request of several entries. */
export const batchOf = <Shape extends z.ZodRawShape>(entry: Shape) =>
  z.strictObject({ QueueUrl: z.string(), Entries: z.array(z.strictObject({ Id, ...entry })) });

/** Carries out entry by entry: one that fails says so, and the others are done. */
export const eachOf = <Entry extends { readonly Id: string }>(
  entries: readonly Entry[],
  perform: (entry: Entry) => object,
): object => {
  checkIds(entries.map((entry) => entry.Id));
  const outcomes = entries.map((entry) => {
    try {
      return { done: { Id: entry.Id, ...perform(entry) } };
    } catch (error) {
      if (!(error instanceof WireFault)) throw error;
      return { failed: { Id: entry.Id, SenderFault: true, Code: error.type, Message: error.message } };
    }
  });
  return {
    Successful: outcomes.flatMap(({ done }) => done ?? []),
    Failed: outcomes.flatMap(({ failed }) => failed ?? []),
  };
};

const checkIds = (ids: readonly string[]): void => {
  if (ids.length === 0) throw new WireFault("EmptyBatchRequest", "a batch has at least one entry");
  if (ids.length > 10) throw new WireFault("TooManyEntriesInBatchRequest", "a batch has at most ten entries");
  if (new Set(ids).size < ids.length) throw new WireFault("BatchEntryIdsNotDistinct", "two entries have the same Id");
};
