import type { BatchRow } from "#shared/domain/arrival.ts";
import type { Batch, BatchState, RefusedRow, RowResult } from "#shared/domain/batch.ts";
import type { Department } from "#shared/domain/department.ts";

/** A row of a held batch: to be taken in once released, or refused as it stands. */
export type HeldRow = BatchRow | RefusedRow;

/** What names a batch: ids are unique within a department. */
export interface BatchName {
  readonly department: Department;
  readonly batchId: string;
}

/** Batches, their answers, and while they are held their rows. Every read is strongly consistent. */
export interface Batches {
  read(name: BatchName): Promise<Batch | undefined>;

  /** Puts the batch where there is none, and gives the one that stands. */
  open(batch: Batch): Promise<Batch>;

  /** Moves the batch on if it is still in that state; says whether it was. */
  advance(batch: Batch, from: BatchState): Promise<boolean>;

  /** In the order of the rows. */
  readResults(name: BatchName, attempt: string): Promise<readonly RowResult[]>;
  keepResults(name: BatchName, attempt: string, results: readonly RowResult[]): Promise<void>;

  /** In the order of the rows. */
  readRows(name: BatchName): Promise<readonly HeldRow[]>;
  keepRows(name: BatchName, rows: readonly HeldRow[]): Promise<void>;
  forgetRows(name: BatchName): Promise<void>;
}
