import { batchRecordOf } from "#shared/contract/batch.ts";
import type { Report } from "#shared/domain/arrival.ts";
import type { Department } from "#shared/domain/department.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { fieldErrors } from "#shared/http/field-errors.ts";
import type { HeldRow } from "#shared/storage/batches.ts";
import { dossierLimit } from "#shared/storage/dossier-text.ts";
import { refusedRow } from "./refused-row.ts";

/** Every record on its own: fit to be taken in, or refused with its reasons. */
export const batchRows = (department: Department, records: readonly unknown[]): readonly HeldRow[] =>
  records.map((record, row) => batchRow(department, record, row));

const batchRow = (department: Department, record: unknown, row: number): HeldRow => {
  const parsed = batchRecordOf[department].safeParse(record);
  if (!parsed.success) {
    return refusedRow(row, new Refusal("invalid-request", { errors: fieldErrors(parsed.error, record) }));
  }
  // what is larger than a whole dossier needn't be kept while the batch is held
  const bytes = Buffer.byteLength(JSON.stringify(parsed.data));
  if (bytes > dossierLimit) return refusedRow(row, new Refusal("dossier-too-large", { bytes, limit: dossierLimit }));

  const { residentId, ...sent } = parsed.data;
  // the schema is that of the department
  return { row, residentId, arrival: sent.kind === "facts" ? ({ ...sent, department } as Report) : sent };
};
