import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { SwitchedReadings } from "#shared/domain/readings.ts";
import { type FieldError, isRefusal } from "#shared/domain/refusal.ts";
import { GivenLocal, ScoreInput } from "#shared/domain/score-input.ts";
import { fieldErrors } from "#shared/http/field-errors.ts";
import { unreported } from "#shared/scoring/itemising.ts";
import { scoreOn } from "#shared/scoring/score.ts";
import { prepareCase } from "#shared/scoring/score-case.ts";
import { scoreSheet } from "#shared/scoring/score-sheet.ts";
import type { Standards } from "#shared/scoring/standards.ts";

const CaseId = z.union([z.string(), z.number()], "must be a text or a number that names the case");

/** A case as a file gives it. Keys that only people read (title, expected, why …) are passed over. */
const Case = z.object({
  id: CaseId,
  asOf: CalendarDate,
  area: AreaCode.default(AreaCode.parse("330000")),
  input: ScoreInput,
  local: GivenLocal.exactOptional(),
  readings: SwitchedReadings.exactOptional(),
});

/** What is printed of one case: its figures, or the first thing that is wrong with it. */
export type CaseLine =
  | { readonly id: string | number; readonly status: string; readonly [figure: string]: unknown }
  | { readonly id: string | number | null; readonly error: FieldError };

export const isError = (line: CaseLine): boolean => "error" in line;

/** Scores each case by itself; a bad one gives an error line and hinders no other. */
export const scoreCases = function* (standards: Standards, cases: readonly unknown[]): Generator<CaseLine> {
  for (const one of cases) yield scoreOne(standards, one);
};

const scoreOne = (standards: Standards, given: unknown): CaseLine => {
  const parsed = Case.safeParse(given);
  if (!parsed.success) return { id: idOf(given), error: first(fieldErrors(parsed.error, given)) };
  const { id, ...scoreCase } = parsed.data;
  try {
    const prepared = prepareCase(standards, scoreCase);
    const { subject, recomputedThrough } = prepared;
    const result = scoreOn(prepared.standards, subject, dayOf(scoreCase.asOf), recomputedThrough);
    const sheet = scoreSheet({ ...prepared, result, provenance: unreported });
    const { age, education, skill, socialInsurance, residence, provincialTotal, status, effectiveTotal } = sheet;
    const figures = { age, education, skill, socialInsurance, residence, provincialTotal, status, effectiveTotal };
    return { id, ...figures, missing: sheet.missing, lines: sheet.lines };
  } catch (thrown) {
    if (isRefusal(thrown) && thrown.code === "invalid-request") return { id, error: first(thrown.details.errors) };
    throw thrown;
  }
};

const first = ([error]: readonly FieldError[]): FieldError => error ?? { field: "", detail: "is not a case" };

const idOf = (given: unknown): string | number | null => {
  const { data } = z.object({ id: CaseId }).safeParse(given);
  return data?.id ?? null;
};
