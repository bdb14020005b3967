import type { Batch, RowResult } from "#shared/domain/batch.ts";
import type { Batches, BatchName, HeldRow } from "#shared/storage/batches.ts";

/** Batches for tests of what stands on them; it passes the same cases as the table. */
export const memoryBatches = (): Batches => {
  const batches = new Map<string, Batch>();
  const results = new Map<string, readonly RowResult[]>();
  const rows = new Map<string, readonly HeldRow[]>();
  const keyOf = ({ department, batchId }: BatchName) => `${department} ${batchId}`;
  return {
    read: async (name) => batches.get(keyOf(name)),

    open: async (batch) => {
      const standing = batches.get(keyOf(batch)) ?? batch;
      batches.set(keyOf(batch), standing);
      return standing;
    },

    advance: async (batch, from) => {
      if (batches.get(keyOf(batch))?.state !== from) return false;
      batches.set(keyOf(batch), batch);
      return true;
    },

    readResults: async (name, attempt) => results.get(`${keyOf(name)} ${attempt}`) ?? [],
    keepResults: async (name, attempt, kept) => {
      results.set(`${keyOf(name)} ${attempt}`, structuredClone(kept));
    },

    readRows: async (name) => rows.get(keyOf(name)) ?? [],
    keepRows: async (name, kept) => {
      rows.set(keyOf(name), structuredClone(kept));
    },
    forgetRows: async (name) => {
      rows.delete(keyOf(name));
    },
  };
};
