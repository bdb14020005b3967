import { type CalendarDate, type Day, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import { isSameOutcome, scoreOn } from "#shared/scoring/score.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { areaOf, subjectOf } from "#shared/scoring/subject.ts";
import type { StoredScore } from "#shared/storage/stored-score.ts";

/** What differs between a stored score and the dossier scored afresh on the day; nothing when they agree. */
export const differenceFromFresh = (
  stored: StoredScore | undefined,
  dossier: Dossier,
  standards: Standards,
  today: CalendarDate,
): string | undefined => {
  if (!stored) return "nothing is stored";
  const subject = subjectOf(dossier);
  const day = dayOf(today);
  const through = { version: dossier.version, on: day };
  const area = areaOf(subject, day);
  const fresh = scoreOn(standards, subject, day, through);
  const expected = {
    dossierVersion: dossier.version,
    status: fresh.status,
    effectiveTotal: fresh.effectiveTotal,
    points: [...fresh.points, ...fresh.composition.adjustments.map(({ points }) => points)],
    missing: fresh.missing,
    area,
    nextChangeOn: bruteNextChange(),
  };
  const recorded: typeof expected = {
    dossierVersion: stored.basis.dossierVersion,
    status: stored.status,
    effectiveTotal: stored.effectiveTotal,
    points: stored.lines.map(({ points }) => points),
    missing: stored.missing as typeof expected.missing,
    area: stored.area,
    nextChangeOn: withinReach(stored.nextChangeOn),
  };
  const [one, other] = [JSON.stringify(recorded), JSON.stringify(expected)];
  return one === other ? undefined : `stored ${one}, expected ${other}`;

  /** The first day on which anything differs, found by scoring on each. */
  function bruteNextChange(): CalendarDate | null {
    for (let next: Day = dayAfter(day); next <= dayAfter(day, reach); next = dayAfter(next)) {
      const then = scoreOn(standards, subject, next, through);
      if (!isSameOutcome(fresh, then) || areaOf(subject, next) !== area) return dateOf(next);
    }
    return null;
  }

  function withinReach(next: CalendarDate | null): CalendarDate | null {
    return next !== null && dayOf(next) <= dayAfter(day, reach) ? next : null;
  }
};

/** How many days ahead are tried one by one. */
const reach = 20;
