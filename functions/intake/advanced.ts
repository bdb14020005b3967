import type { Batch, BatchState } from "#shared/domain/batch.ts";
import type { Batches } from "#shared/storage/batches.ts";

/** The batch moved on from that state; or, if another attempt has moved it already, as it stands now. */
export const advanced = async (
  batches: Pick<Batches, "read" | "advance">,
  batch: Batch,
  from: BatchState,
): Promise<Batch> => {
  if (await batches.advance(batch, from)) return batch;
  const standing = await batches.read(batch);
  if (!standing) throw new Error("a batch that was there is gone");
  return standing;
};
