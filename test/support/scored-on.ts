import { type Day, dateOf, day } from "#shared/domain/calendar.ts";
import { decimal } from "#shared/domain/points.ts";
import type { ScoreLine } from "#shared/domain/score.ts";
import { itemise } from "#shared/scoring/itemise.ts";
import { unreported } from "#shared/scoring/itemising.ts";
import { nextChangeOn } from "#shared/scoring/next-change.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { type CanonicalResult, neverRecomputed, type RecomputedThrough, scoreOn } from "#shared/scoring/score.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import type { ResidentBuilder } from "./a-resident.ts";

/** What a test asks of a score, in the numbers and days that people read. */
export interface ScoredOn {
  readonly result: CanonicalResult;
  readonly status: CanonicalResult["status"];
  readonly since: string | undefined;
  readonly total: number;
  readonly effectiveTotal: number;
  readonly missing: CanonicalResult["missing"];
  readonly points: Readonly<Record<string, number>>;
  readonly nextChangeOn: string | undefined;
  readonly lines: readonly ScoreLine[];
}

export interface Under {
  readonly standards?: Standards;
  readonly recomputedThrough?: RecomputedThrough;
}

/** Scores a person on a day, under the published standards unless told otherwise. */
export const scoredOn = (
  { dossier }: ResidentBuilder,
  asOf: string,
  { standards = publishedStandards(), recomputedThrough = neverRecomputed }: Under = {},
): ScoredOn => {
  const subject = subjectOf(dossier);
  const result = scoreOn(standards, subject, day(asOf), recomputedThrough);
  const lines = itemise({ standards, subject, result, recomputedThrough, provenance: unreported });
  const next = nextChangeOn(standards, subject, result, recomputedThrough);
  const { status, since, composition, effectiveTotal, missing } = result;
  return {
    result,
    status,
    since: textOf(since),
    total: decimal(composition.total),
    effectiveTotal: decimal(effectiveTotal),
    missing,
    points: Object.fromEntries(lines.map(({ code, points }) => [code, points])),
    nextChangeOn: textOf(next),
    lines,
  };
};

const textOf = (on: Day | undefined): string | undefined => (on === undefined ? undefined : dateOf(on));
