import type { ReviewEffect } from "#shared/contract/review-answer.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { applyChange, type Dossier, factsOf } from "#shared/domain/dossier.ts";
import type { FactPatch } from "#shared/domain/fact-patch.ts";
import { decimal } from "#shared/domain/points.ts";
import type { ContestedLine, ReviewId } from "#shared/domain/review.ts";
import type { Words } from "#shared/domain/words.ts";
import { type CanonicalResult, type RecomputedThrough, scoreOn } from "#shared/scoring/score.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { linePoints } from "./line-points.ts";
import { requireFit } from "./require-fit.ts";

interface Request {
  readonly reviewId: ReviewId;
  readonly line: ContestedLine;
  readonly proposal: FactPatch;
}

/**
 * What would follow if it were upheld: the very change that a decision makes, scored beside the dossier as it stands.
 * @throws Refusal invalid-request when the proposal removes what is not there, review-changes-nothing
 */
export const effectOf = (
  { standards, recomputedThrough }: { standards: Standards; recomputedThrough: RecomputedThrough },
  dossier: Dossier,
  { reviewId, line, proposal }: Request,
  asOf: CalendarDate,
): ReviewEffect => {
  const corrected = applyChange(dossier, {
    residentId: dossier.residentId,
    version: dossier.version + 1,
    change: { type: "fact-corrected", reviewId, patch: proposal, evidence: [] },
    receivedAt: `${asOf}T00:00:00.000Z`,
    receivedOn: asOf,
    by: "nobody",
  });
  // what stands of a decision before gives way to the new one
  const corrections = dossier.corrections.filter((one) => one.reviewId !== reviewId);
  requireFit(factsOf({ ...dossier, corrections }), proposal);
  const scored = (of: Dossier) => scoreOn(standards, subjectOf(of), dayOf(asOf), recomputedThrough);
  const [now, upheld] = [scored(dossier), scored(corrected)];
  const total = both(now, upheld, totalOf);
  return {
    asOf,
    line: both(now, upheld, (result) => {
      const value = linePoints(result, line);
      return value === undefined ? null : decimal(value);
    }),
    total,
    effectiveTotal: both(now, upheld, ({ effectiveTotal }) => decimal(effectiveTotal)),
    words: wordsOf(total),
  };
};

const both = (now: CanonicalResult, upheld: CanonicalResult, of: (result: CanonicalResult) => number | null) => ({
  now: of(now),
  ifUpheld: of(upheld),
});

const totalOf = ({ standard, composition }: CanonicalResult): number | null =>
  standard ? decimal(composition.total) : null;

/** "+3.00: 71.25 instead of 68.25". */
const wordsOf = ({ now, ifUpheld }: { now: number | null; ifUpheld: number | null }): Words => {
  if (now === null || ifUpheld === null) return { zh: "当日无赋分标准", en: "no standard is in force today" };
  const difference = ifUpheld - now;
  const signed = `${difference < 0 ? "−" : "+"}${Math.abs(difference).toFixed(2)}`;
  return {
    zh: `${signed}:由 ${now.toFixed(2)} 变为 ${ifUpheld.toFixed(2)}`,
    en: `${signed}: ${ifUpheld.toFixed(2)} instead of ${now.toFixed(2)}`,
  };
};
