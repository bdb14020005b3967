import type { AreaCode } from "./area.ts";
import type { CalendarDate } from "./calendar.ts";
import type { Department } from "./department.ts";
import type { Instant } from "./dossier.ts";
import type { FieldError, RefusalCode } from "./refusal.ts";

/** What became of one record or event that arrived. */
export type Outcome = "applied" | "unchanged" | "waiting" | "duplicate" | "superseded";

/** What became of one row of a batch; `row` is its place in the batch, from 0. */
export type RowResult = TakenRow | RefusedRow;

interface TakenRow {
  readonly row: number;
  readonly outcome: Outcome;
  readonly waitsFor?: "issue" | "suspend";
}

export interface RefusedRow {
  readonly row: number;
  readonly outcome: "refused";
  readonly refusal: {
    readonly code: RefusalCode;
    readonly detail: string;
    readonly errors?: readonly FieldError[];
  };
}

/** How many rows came to what. */
export type OutcomeCounts = Readonly<Record<"records" | Outcome | "refused", number>>;

/** What a batch would do, in numbers only: all that whoever decides about a held one may see. */
export interface Forecast {
  readonly records: number;
  /** Records of facts that would go into a dossier. */
  readonly touched: number;
  /** Of those, the ones that would turn something known into nothing. */
  readonly emptied: number;
  readonly refused: number;
}

interface Submitted {
  readonly department: Department;
  readonly batchId: string;
  readonly area: AreaCode;
  readonly bodyHash: string;
  readonly receivedAt: Instant;
  readonly receivedOn: CalendarDate;
  /** The issuer's subject. */
  readonly submittedBy: string;
}

/** How the rows were taken in: of two attempts at once, the answers of the one that ended first stand. */
export interface TakenIn {
  readonly attempt: string;
  readonly counts: OutcomeCounts;
}

interface Held extends Submitted {
  readonly forecast: Forecast;
}

interface Decided extends Held {
  readonly decidedBy: string;
  readonly decidedAt: Instant;
}

/**
 * 数据对接批次: up to 500 records of one department. `received`, `applying` and `releasing` are on their way: an attempt that
 * was cut off is taken up again. Once `applying`, nobody asks again whether to hold, for half of it may be in.
 */
export type Batch =
  | (Submitted & { readonly state: "received" | "applying" })
  | (Submitted & { readonly state: "accepted" } & TakenIn)
  | (Held & { readonly state: "held" })
  | (Decided & { readonly state: "releasing" })
  | (Decided & { readonly state: "released" } & TakenIn)
  | (Decided & { readonly state: "dropped" });

export type BatchState = Batch["state"];

/** A source that broke sends emptiness. More than 5 % of the records, and at least 10, and a person looks first. */
export const mustBeHeld = ({ touched, emptied }: Pick<Forecast, "touched" | "emptied">): boolean =>
  emptied >= 10 && emptied * 20 > touched;

export const countOutcomes = (rows: readonly RowResult[]): OutcomeCounts => {
  const counts = {
    records: rows.length,
    applied: 0,
    unchanged: 0,
    waiting: 0,
    duplicate: 0,
    superseded: 0,
    refused: 0,
  };
  for (const { outcome } of rows) counts[outcome]++;
  return counts;
};
