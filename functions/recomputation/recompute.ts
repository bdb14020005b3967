import { type CalendarDate, dateOf, dayOf } from "#shared/domain/calendar.ts";
import type { Dossier, Instant } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { adjustmentName } from "#shared/scoring/adjustment-line.ts";
import { digestOf } from "#shared/scoring/digest.ts";
import { nextChangeOn } from "#shared/scoring/next-change.ts";
import { type CanonicalResult, scoreOn } from "#shared/scoring/score.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { areaOf, subjectOf } from "#shared/scoring/subject.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Scores } from "#shared/storage/scores.ts";
import type { Basis, LineChange, StoredScore } from "#shared/storage/stored-score.ts";

/** Why a score is recomputed. The trigger only decides whom and why. */
export type Cause = "requested";

export interface Recomputing {
  readonly residents: Pick<Residents, "read">;
  readonly scores: Pick<Scores, "read" | "save">;
  readonly standards: Standards;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
}

/** `kept`: a basis at least as new was recorded already. */
export type Recomputed = "unknown" | "kept" | "recorded" | "recorded-changed";

/**
 * Scores the dossier as it stands today and records the result, with a line of history when it differs. Where another
 * recomputation came in between with a basis that is newer in one part only, both are read again.
 */
export const recompute =
  ({ residents, scores, standards, today, now }: Recomputing) =>
  async (residentId: ResidentId, cause: Cause): Promise<Recomputed> => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      // the recorded score first: the dossier read after it is then at least as new
      const previous = await scores.read(residentId);
      const dossier = await residents.read(residentId);
      if (!dossier) return "unknown";
      const asOf = laterDate(today(), previous?.basis.asOf);
      const score = scoreRecord(standards, dossier, asOf, { recordedAt: now(), cause });
      if (previous && !isNewerInPart(score.basis, previous.basis)) return "kept";
      const changes = lineChanges(previous, score);
      const stood = previous && whatStood(standards, dossier, previous, asOf);
      const isChanged = !stood || changes.length > 0 || differs(stood, score);
      const history = { ...score, changes, previous: stood ? summary(stood) : null };
      const saved = await scores.save(score, isChanged ? history : undefined);
      if (saved === "saved") return isChanged ? "recorded-changed" : "recorded";
    }
    throw new Error(`the score of ${residentId} kept being recorded by others`);
  };

const attempts = 5;

const laterDate = (one: CalendarDate, other: CalendarDate | undefined): CalendarDate =>
  other !== undefined && other > one ? other : one;

const isNewerInPart = (one: Basis, other: Basis): boolean =>
  one.dossierVersion > other.dossierVersion || one.registryRevision > other.registryRevision || one.asOf > other.asOf;

/** The record of the dossier as recomputed through this very version and day. */
const scoreRecord = (
  standards: Standards,
  dossier: Dossier,
  asOf: CalendarDate,
  { recordedAt, cause }: Pick<StoredScore, "recordedAt" | "cause">,
): StoredScore => {
  const subject = subjectOf(dossier);
  const day = dayOf(asOf);
  const recomputedThrough = { version: dossier.version, on: day };
  const result = scoreOn(standards, subject, day, recomputedThrough);
  const next = nextChangeOn(standards, subject, result, recomputedThrough);
  return {
    residentId: dossier.residentId,
    basis: { dossierVersion: dossier.version, registryRevision: standards.revision, asOf },
    status: result.status,
    effectiveTotal: result.effectiveTotal,
    provincialTotal: result.standard ? result.composition.provincialTotal : null,
    lines: linesOf(result),
    missing: result.missing,
    nextChangeOn: next === undefined ? null : dateOf(next),
    area: areaOf(subject, day),
    recordedAt,
    cause,
    digest: digestOf(result),
  };
};

/** What a query showed until now: the recorded score, unless a restored permit has been waiting since. */
const whatStood = (standards: Standards, dossier: Dossier, previous: StoredScore, asOf: CalendarDate): StoredScore => {
  const { basis } = previous;
  const recomputedThrough = { version: basis.dossierVersion, on: dayOf(basis.asOf) };
  const { status, effectiveTotal } = scoreOn(standards, subjectOf(dossier), dayOf(asOf), recomputedThrough);
  return status === "pending-recompute" ? { ...previous, status, effectiveTotal } : previous;
};

const linesOf = ({ standard, points, composition }: CanonicalResult): StoredScore["lines"] => [
  ...(standard?.indicators ?? []).flatMap(({ layer, code }, index) => {
    const value = points[index];
    return value === undefined ? [] : [{ layer, code, points: value }];
  }),
  ...composition.adjustments.map((adjustment) => ({ ...adjustmentName(adjustment), points: adjustment.points })),
];

const lineChanges = (previous: StoredScore | undefined, score: StoredScore): readonly LineChange[] => {
  const before = byName(previous?.lines ?? []);
  const after = byName(score.lines);
  return [...new Map([...before, ...after])].flatMap(([name, { layer, code }]) => {
    const from = before.get(name)?.points ?? null;
    const to = after.get(name)?.points ?? null;
    return from === to ? [] : [{ layer, code, from, to }];
  });
};

const byName = (lines: StoredScore["lines"]) => new Map(lines.map((line) => [`${line.layer}:${line.code}`, line]));

const differs = (previous: StoredScore, score: StoredScore): boolean =>
  previous.status !== score.status ||
  previous.effectiveTotal !== score.effectiveTotal ||
  previous.missing.join() !== score.missing.join();

const summary = ({ status, effectiveTotal, basis }: StoredScore) => ({ status, effectiveTotal, basis });
