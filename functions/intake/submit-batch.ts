import type { Call } from "#shared/contract/endpoint.ts";
import type { submitBatchEndpoint } from "#shared/contract/submit-batch.ts";
import { type Batch, mustBeHeld } from "#shared/domain/batch.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Batches } from "#shared/storage/batches.ts";
import { bodyHash } from "#shared/storage/body-hash.ts";
import { advanced } from "./advanced.ts";
import { batchRows } from "./batch-rows.ts";
import { requireArea, requireDepartment } from "./feed.ts";
import { forecastBatch } from "./forecast-batch.ts";
import { readDossiers } from "./read-dossiers.ts";
import { type Clock, receiptFrom } from "./receipt.ts";
import { type BatchStores, takeInBatch } from "./take-in-batch.ts";
import { termsOf } from "./terms.ts";

/** 批量数据对接: takes a batch in, or holds it where it would empty too much. */
export const submitBatch =
  (stores: BatchStores, clock: Clock) =>
  async ({ params: { department }, body, caller }: Call<typeof submitBatchEndpoint>): Promise<Reply> => {
    requireDepartment(caller, department);
    requireArea(caller, body.area);
    const { batchId, area, records } = body;
    const { by: submittedBy, ...received } = receiptFrom(caller, clock);
    const hash = bodyHash({ area, records });
    const submitted = { department, batchId, area, bodyHash: hash, submittedBy, ...received };

    const batch = await stores.batches.open({ ...submitted, state: "received" });

    if (batch.bodyHash !== hash) throw new Refusal("batch-id-reused", { batchId });
    return replyTo(stores.batches, await carryOn(stores, batch, records, clock));
  };

/** Does what is still to be done about a batch; for one sent again that may be nothing. */
const carryOn = async (
  stores: BatchStores,
  batch: Batch,
  records: readonly unknown[],
  clock: Clock,
): Promise<Batch> => {
  if (batch.state !== "received" && batch.state !== "applying") return batch;
  const { batches } = stores;
  const terms = termsOf(batch, clock);
  const rows = batchRows(batch.department, records);
  const dossiers = await readDossiers(stores.residents, rows);

  if (batch.state === "received") {
    const forecast = forecastBatch(rows, dossiers, terms);
    if (mustBeHeld(forecast)) {
      await batches.keepRows(batch, rows);
      const held = await advanced(batches, { ...batch, state: "held", forecast }, "received");
      // another attempt decided otherwise meanwhile: what was kept for an operator is kept for nobody
      if (held.state !== "held" && held.state !== "releasing") await batches.forgetRows(held);
      return held;
    }
    const begun = await advanced(batches, { ...batch, state: "applying" }, "received");
    if (begun.state !== "applying") return begun;
  }
  const taken = await takeInBatch(stores, batch, rows, dossiers, terms);
  return advanced(batches, { ...batch, state: "accepted", ...taken }, "applying");
};

const replyTo = async (batches: Batches, batch: Batch): Promise<Reply> => {
  const { batchId, state } = batch;
  switch (state) {
    case "accepted":
    case "released":
      return {
        status: 200,
        body: { batchId, state, counts: batch.counts, records: await batches.readResults(batch, batch.attempt) },
      };
    case "dropped":
      return { status: 200, body: { batchId, state, forecast: batch.forecast } };
    case "held":
    case "releasing":
      return { status: 202, body: { batchId, state: "held", forecast: batch.forecast } };
    case "received":
    case "applying":
      throw new Refusal("batch-busy", { batchId });
  }
};
