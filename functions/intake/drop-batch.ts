import type { dropBatchEndpoint } from "#shared/contract/drop-batch.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Batches } from "#shared/storage/batches.ts";
import { advanced } from "./advanced.ts";
import type { Clock } from "./receipt.ts";

/** Forgets a held batch's records and keeps what it would have done, in numbers. */
export const dropBatch =
  (batches: Pick<Batches, "read" | "advance" | "forgetRows">, { now }: Pick<Clock, "now">) =>
  async ({ params, caller }: Call<typeof dropBatchEndpoint>): Promise<Reply> => {
    const { batchId } = params;
    const found = await batches.read(params);
    if (!found) throw new Refusal("batch-unknown", { batchId });
    const decision = { decidedBy: caller.subject, decidedAt: now() };
    const batch =
      found.state === "held" ? await advanced(batches, { ...found, ...decision, state: "dropped" }, "held") : found;

    if (batch.state !== "dropped") throw new Refusal("batch-not-held", { batchId, state: batch.state });
    await batches.forgetRows(params);
    return { status: 200, body: { batchId, state: batch.state, forecast: batch.forecast } };
  };
