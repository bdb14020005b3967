import type { RefusedRow } from "#shared/domain/batch.ts";
import type { AnyRefusal } from "#shared/domain/refusal.ts";
import { problemOf } from "#shared/http/problem-of.ts";

/** A record that was refused, with the advice that it would have got on its own. */
export const refusedRow = (row: number, refusal: AnyRefusal): RefusedRow => {
  const { detail, errors } = problemOf(refusal);
  return {
    row,
    outcome: "refused",
    refusal: { code: refusal.code, detail, ...(errors && { errors: errors.slice(0, mostErrors) }) },
  };
};

// 500 records that offend in everything still have to fit into one answer
const mostErrors = 20;
