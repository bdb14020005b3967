import type { FrozenScore, Unready } from "#shared/domain/application.ts";
import { type CalendarDate, dateOf, dayOf } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import { permitOn } from "#shared/domain/permit-timeline.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { isOpen } from "#shared/domain/review-machine.ts";
import { digestOf } from "#shared/scoring/digest.ts";
import { freshness } from "#shared/scoring/freshness.ts";
import { type CanonicalResult, scoreOn } from "#shared/scoring/score.ts";
import { areaOf, type Subject, subjectOf } from "#shared/scoring/subject.ts";
import { recomputedThroughOf } from "#shared/storage/recomputed-through.ts";
import type { Looking } from "./looking.ts";

/** One adult, as their dossier is now: what they score as of the day that counts, and what speaks against ranking them. */
export interface Applicant {
  readonly score: FrozenScore;
  readonly isPermitValid: boolean;
  readonly unready: readonly Unready[];
}

interface Days {
  readonly scoreAsOf: CalendarDate;
  /** On which a permit is needed. */
  readonly permitOn: CalendarDate;
}

/** Nobody where there is no dossier: somebody who was only named by another. */
export const applicantOf = async (
  looking: Looking,
  residentId: ResidentId,
  days: Days,
): Promise<Applicant | undefined> => {
  const { residents, scores, reviews, feedDays, standards } = looking;
  const dossier = await residents.read(residentId);
  if (!dossier) return undefined;
  const subject = subjectOf(withoutForged(dossier, days.scoreAsOf));
  const asOf = dayOf(days.scoreAsOf);
  const [recomputedThrough, lastHeard, allReviews] = await Promise.all([
    recomputedThroughOf(scores, { residentId, subject }),
    feedDays.lastHeard(areaOf(subject, asOf)),
    reviews.ofResident(residentId),
  ]);
  const result = scoreOn(standards, subject, asOf, recomputedThrough);
  const isPermitValid = permitOn(subject.facts.permit, dayOf(days.permitOn)).standing === "valid";
  const { stale } = freshness(dossier, lastHeard, result.standard, days.scoreAsOf);
  const reasons: readonly (readonly [Unready, boolean])[] = [
    ["open-review", allReviews.some(({ state }) => isOpen(state))],
    ["stale-source", stale.length > 0],
    ["pending-permit", result.status === "pending-recompute"],
    ["permit-not-valid", !isPermitValid],
    ["unanswered-department", result.missing.length > 0],
  ];
  return {
    score: frozen(dossier, { subject, result, registryRevision: standards.revision }),
    isPermitValid,
    unready: reasons.flatMap(([reason, holds]) => (holds ? [reason] : [])),
  };
};

/** 积分清零: what was found forged by now brings no place, also where an earlier day's score counts. */
const withoutForged = (dossier: Dossier, scoreAsOf: CalendarDate): Dossier => ({
  ...dossier,
  voidedFacts: dossier.voidedFacts.map((voided) =>
    voided.voidedOn > scoreAsOf ? { ...voided, voidedOn: scoreAsOf } : voided,
  ),
});

interface Scored {
  readonly subject: Subject;
  readonly result: CanonicalResult;
  readonly registryRevision: number;
}

const frozen = (
  { residentId, version }: Dossier,
  { subject: { facts }, result, registryRevision }: Scored,
): FrozenScore => {
  const registered = facts.residence.map(({ from }) => from).sort((one, other) => one - other)[0];
  return {
    residentId,
    status: result.status,
    total: result.effectiveTotal,
    lines: (result.standard?.indicators ?? []).flatMap(({ layer, code }, index) => {
      const points = result.points[index];
      return points === undefined ? [] : [{ layer, code, points }];
    }),
    asOf: dateOf(result.asOf),
    dossierVersion: version,
    registryRevision,
    digest: digestOf(result),
    registeredOn: registered === undefined ? null : dateOf(registered),
  };
};
