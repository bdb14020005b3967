import { type Day, earlierOf, never } from "#shared/domain/calendar.ts";
import { turnAfter } from "#shared/domain/decoded-facts.ts";
import { noPoints, type Points } from "#shared/domain/points.ts";
import type { Adjustment } from "./compose.ts";
import { type CanonicalResult, isSameOutcome, neverRecomputed, type RecomputedThrough, scoreOn } from "./score.ts";
import type { Standards } from "./standards.ts";
import { areaOf, type Subject } from "./subject.ts";

/**
 * The first day after the result's on which status, points, what is missing or the standard in force differ by the mere
 * passing of time. Steps from candidate to candidate, so it is exact by construction.
 */
export const nextChangeOn = (
  standards: Standards,
  subject: Subject,
  result: CanonicalResult,
  recomputedThrough: RecomputedThrough,
): Day | undefined => {
  let current = result;
  for (;;) {
    const day = candidateAfter(standards, subject, current);
    if (day === never) return undefined;
    current = scoreOn(standards, subject, day, recomputedThrough);
    if (!isSameOutcome(current, result)) return day;
  }
};

/** The first day after this one on which another area counts for the person, as a move dated ahead makes it. */
export const nextAreaChangeOn = (subject: Subject, day: Day): Day | undefined => {
  const area = areaOf(subject, day);
  return subject.facts.permit.find(({ from }) => from > day && areaOf(subject, from) !== area)?.from;
};

/** When one line's points next change by the mere passing of time, and to what; nothing where the line ends before. */
export const nextPointsOf = (
  standards: Standards,
  subject: Subject,
  { asOf, quantities, points, standard }: CanonicalResult,
  line: number,
): { readonly on: Day; readonly points: Points } | undefined => {
  let indicator = standard?.indicators[line];
  let quantity = quantities[line] ?? 0;
  let day = asOf;
  while (indicator) {
    const { code, layer, method } = indicator;
    const turn = earlierOf(turnAfter(subject.facts, day), standards.turnAfter(day));
    day = earlierOf(turn, method.nextOn(subject.facts, day, quantity));
    if (day === never) return undefined;
    const then = standards.inForce(areaOf(subject, day), day);
    indicator = then?.indicators.find((one) => one.code === code && one.layer === layer);
    if (!indicator) return undefined;
    quantity = indicator.method.measure(subject.facts, day);
    const later = indicator.award(quantity);
    if (later !== points[line]) return { on: day, points: later };
  }
  return undefined;
};

/** When what a cap or a floor takes or adds next changes by the mere passing of time, and to what; 0 once it bites no more. */
export const nextAdjustmentOf = (
  standards: Standards,
  subject: Subject,
  result: CanonicalResult,
  { code, layer, points }: Adjustment,
): { readonly on: Day; readonly points: Points } | undefined => {
  let current = result;
  for (;;) {
    const day = candidateAfter(standards, subject, current);
    if (day === never) return undefined;
    // a cap looks at points alone, whatever the status
    current = scoreOn(standards, subject, day, neverRecomputed);
    if (!current.standard) return undefined;
    const then = current.composition.adjustments.find((one) => one.code === code && one.layer === layer);
    const later = then?.points ?? noPoints;
    if (later !== points) return { on: day, points: later };
  }
};

const candidateAfter = (
  standards: Standards,
  { facts }: Subject,
  { asOf, standard, quantities }: CanonicalResult,
): Day => {
  let first = earlierOf(turnAfter(facts, asOf), standards.turnAfter(asOf));
  standard?.indicators.forEach(({ method }, index) => {
    first = earlierOf(first, method.nextOn(facts, asOf, quantities[index] ?? 0));
  });
  return first;
};
