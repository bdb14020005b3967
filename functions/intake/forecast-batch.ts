import type { BatchRow } from "#shared/domain/arrival.ts";
import type { Forecast } from "#shared/domain/batch.ts";
import type { Department } from "#shared/domain/department.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import type { HeldRow } from "#shared/storage/batches.ts";
import type { Decision } from "./decision.ts";
import type { Dossiers } from "./read-dossiers.ts";
import { decide } from "./take-in.ts";
import type { Terms } from "./terms.ts";
import { visibleDossier } from "./visible-dossier.ts";

/** What the rows would do to the dossiers, in numbers. Nothing is stored. */
export const forecastBatch = (rows: readonly HeldRow[], dossiers: Dossiers, terms: Terms): Forecast => {
  const forecast = { records: rows.length, touched: 0, emptied: 0, refused: 0 };
  const standing = new Map(dossiers);
  for (const row of rows) {
    if ("outcome" in row) {
      forecast.refused++;
      continue;
    }
    const before = standing.get(row.residentId);
    const decision = decisionOn(before, row, terms);
    if (!decision) forecast.refused++;
    if (decision?.does !== "append") continue;
    standing.set(row.residentId, decision.dossier);
    if (row.arrival.kind !== "facts") continue;
    forecast.touched++;
    if (empties(before, decision.dossier, row.arrival.department)) forecast.emptied++;
  }
  return forecast;
};

/** Nothing when it would be refused. */
const decisionOn = (
  dossier: Dossier | undefined,
  { residentId, arrival }: BatchRow,
  terms: Terms,
): Decision | undefined => {
  try {
    return decide(visibleDossier(dossier, { residentId, arrival, ...terms }), arrival, terms.receipt);
  } catch (thrown) {
    if (isRefusal(thrown)) return undefined;
    throw thrown;
  }
};

/** Whether something that was known is nothing afterwards. */
const empties = (before: Dossier | undefined, after: Dossier, department: Department): boolean => {
  const known = Object.entries(before?.departments[department]?.facts ?? {});
  const left: Readonly<Record<string, unknown>> = after.departments[department]?.facts ?? {};
  return known.some(([fact, value]) => !isNothing(value) && isNothing(left[fact]));
};

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);
