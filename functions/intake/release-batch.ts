import type { Call } from "#shared/contract/endpoint.ts";
import type { releaseBatchEndpoint } from "#shared/contract/release-batch.ts";
import type { Batch } from "#shared/domain/batch.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { advanced } from "./advanced.ts";
import { readDossiers } from "./read-dossiers.ts";
import type { Clock } from "./receipt.ts";
import { type BatchStores, takeInBatch } from "./take-in-batch.ts";
import { termsOf } from "./terms.ts";

/** Takes in a held batch after all. Whoever decides sees counts only. */
export const releaseBatch =
  (stores: BatchStores, clock: Clock) =>
  async ({ params, caller }: Call<typeof releaseBatchEndpoint>): Promise<Reply> => {
    const { batchId } = params;
    const { batches } = stores;
    const found = await batches.read(params);
    if (!found) throw new Refusal("batch-unknown", { batchId });
    const decision = { decidedBy: caller.subject, decidedAt: clock.now() };
    const batch =
      found.state === "held" ? await advanced(batches, { ...found, ...decision, state: "releasing" }, "held") : found;
    const released = batch.state === "releasing" ? await takeInRest(stores, batch, clock) : batch;

    if (released.state !== "released") throw new Refusal("batch-not-held", { batchId, state: released.state });
    await batches.forgetRows(params);
    return { status: 200, body: { batchId, state: released.state, counts: released.counts } };
  };

/** An attempt that was cut off is taken up again; nothing is applied twice. */
const takeInRest = async (
  stores: BatchStores,
  batch: Batch & { readonly state: "releasing" },
  clock: Clock,
): Promise<Batch> => {
  const rows = await stores.batches.readRows(batch);
  const dossiers = await readDossiers(stores.residents, rows);
  const taken = await takeInBatch(stores, batch, rows, dossiers, termsOf(batch, clock));
  return advanced(stores.batches, { ...batch, state: "released", ...taken }, "releasing");
};
