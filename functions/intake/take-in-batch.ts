import { randomUUID } from "node:crypto";
import type { BatchRow } from "#shared/domain/arrival.ts";
import { type Batch, countOutcomes, type RowResult, type TakenIn } from "#shared/domain/batch.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import type { Batches, HeldRow } from "#shared/storage/batches.ts";
import type { FeedDays } from "#shared/storage/feed-days.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Dossiers } from "./read-dossiers.ts";
import { refusedRow } from "./refused-row.ts";
import { takeIn, type Visible } from "./take-in.ts";
import type { Terms } from "./terms.ts";
import { visibleDossier } from "./visible-dossier.ts";

export interface BatchStores {
  readonly residents: Residents;
  readonly batches: Batches;
  readonly feedDays: Pick<FeedDays, "heard">;
}

/** Takes in every row, keeps what became of each, and notes that the source was heard. */
export const takeInBatch = async (
  { residents, batches, feedDays }: BatchStores,
  batch: Batch,
  rows: readonly HeldRow[],
  dossiers: Dossiers,
  terms: Terms,
): Promise<TakenIn> => {
  const fit = rows.filter((row) => "arrival" in row);
  const unfit = rows.filter((row) => "outcome" in row);
  const taken = await inParallel([...Map.groupBy(fit, ({ residentId }) => residentId).values()], width, (ofOne) =>
    takeInRows(residents, ofOne, dossiers, terms),
  );
  const results = [...unfit, ...taken.flat()].sort((one, other) => one.row - other.row);
  const counts = countOutcomes(results);
  const attempt = randomUUID();

  await batches.keepResults(batch, attempt, results);
  // a source that sends nothing but what is refused has failed, which is as good as silence
  if (counts.refused < counts.records || counts.records === 0) {
    await feedDays.heard(batch.area, batch.department, batch.receivedOn);
  }
  return { attempt, counts };
};

// 500 transactions at 20 to 40 ms each are done within two seconds, far from the gateway's thirty
const width = 24;

/** One person's rows, in their order. */
const takeInRows = async (
  residents: Residents,
  rows: readonly BatchRow[],
  dossiers: Dossiers,
  terms: Terms,
): Promise<readonly RowResult[]> => {
  const results: RowResult[] = [];
  let dossier = rows[0] && dossiers.get(rows[0].residentId);
  for (const { row, residentId, arrival } of rows) {
    try {
      const visible: Visible = (read) => visibleDossier(read, { residentId, arrival, ...terms });
      const tookIn = await takeIn(residents, visible(dossier), arrival, { receipt: terms.receipt, visible });
      dossier = tookIn.dossier;
      results.push({ row, ...tookIn.taken });
    } catch (thrown) {
      // what passes by itself is no answer to keep: the whole batch can be sent again
      if (!isRefusal(thrown) || thrown.code === "dossier-busy") throw thrown;
      results.push(refusedRow(row, thrown));
    }
  }
  return results;
};
