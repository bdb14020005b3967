import { type CalendarDate, dateOf, dayOf, earlierOf, never } from "#shared/domain/calendar.ts";
import { adjustmentName } from "#shared/scoring/adjustment-line.ts";
import { digestOf } from "#shared/scoring/digest.ts";
import { nextAreaChangeOn, nextChangeOn } from "#shared/scoring/next-change.ts";
import { type CanonicalResult, scoreOn } from "#shared/scoring/score.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import type { VersionedSubject } from "#shared/storage/residents.ts";
import type { StoredScore } from "#shared/storage/stored-score.ts";

/** The record of a dossier as recomputed through this very version and day. */
export const scoreRecord = (
  standards: Standards,
  { residentId, version, subject }: VersionedSubject,
  asOf: CalendarDate,
  { recordedAt, cause }: Pick<StoredScore, "recordedAt" | "cause">,
): StoredScore => {
  const day = dayOf(asOf);
  const recomputedThrough = { version, on: day };
  const result = scoreOn(standards, subject, day, recomputedThrough);
  const next = earlierOf(
    nextChangeOn(standards, subject, result, recomputedThrough) ?? never,
    nextAreaChangeOn(subject, day) ?? never,
  );
  return {
    residentId,
    basis: { dossierVersion: version, registryRevision: standards.revision, asOf },
    status: result.status,
    effectiveTotal: result.effectiveTotal,
    provincialTotal: result.standard ? result.composition.provincialTotal : null,
    lines: linesOf(result),
    missing: result.missing,
    standard: result.standard ? shortened(result.standard.id) : null,
    nextChangeOn: next === never ? null : dateOf(next),
    area: areaOf(subject, day),
    recordedAt,
    cause,
    digest: digestOf(result),
  };
};

const linesOf = ({ standard, points, composition }: CanonicalResult): StoredScore["lines"] => [
  ...(standard?.indicators ?? []).flatMap(({ layer, code }, index) => {
    const value = points[index];
    return value === undefined ? [] : [{ layer, code, points: value }];
  }),
  ...composition.adjustments.map((adjustment) => ({ ...adjustmentName(adjustment), points: adjustment.points })),
];

// twelve digits tell every standard from every other; all 64 of each layer would double what a save costs
const shortened = (id: string): string =>
  id
    .split("+")
    .map((digest) => digest.slice(0, 12))
    .join("+");
