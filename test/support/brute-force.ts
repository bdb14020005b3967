import { type Day, dateOf, dayAfter } from "#shared/domain/calendar.ts";
import type { CompiledIndicator } from "#shared/scoring/compile-standard.ts";
import { nextChangeOn, nextPointsOf } from "#shared/scoring/next-change.ts";
import { type CanonicalResult, isSameOutcome, scoreOn } from "#shared/scoring/score.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { type Subject, subjectOf } from "#shared/scoring/subject.ts";
import type { NastyPerson } from "./nasty-dossiers.ts";

export interface Span {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** Whether the days foreseen one from the other are the days found by scoring on every single day; if not, what differs. */
export const wronglyForeseen = (standards: Standards, person: NastyPerson, span: Span): string | undefined => {
  const subject = subjectOf(person.dossier);
  const found = `${changesDayByDay(standards, subject, person, span).map(dateOf)}`;
  const foreseen = `${changesForeseen(standards, subject, person, span).map(dateOf)}`;
  return found === foreseen ? undefined : `found ${found}, foreseen ${foreseen}`;
};

const changesDayByDay = (
  standards: Standards,
  subject: Subject,
  { recomputedThrough }: NastyPerson,
  { firstDay, lastDay }: Span,
): readonly Day[] => {
  const changes: Day[] = [];
  let current = scoreOn(standards, subject, firstDay, recomputedThrough);
  for (let day = dayAfter(firstDay); day <= lastDay; day = dayAfter(day)) {
    const next = scoreOn(standards, subject, day, recomputedThrough);
    if (isSameOutcome(current, next)) continue;
    changes.push(day);
    current = next;
  }
  return changes;
};

const changesForeseen = (
  standards: Standards,
  subject: Subject,
  { recomputedThrough }: NastyPerson,
  { firstDay, lastDay }: Span,
): readonly Day[] => {
  const changes: Day[] = [];
  let day: Day | undefined = firstDay;
  for (;;) {
    const result = scoreOn(standards, subject, day, recomputedThrough);
    day = nextChangeOn(standards, subject, result, recomputedThrough);
    if (day === undefined || day > lastDay) return changes;
    changes.push(day);
  }
};

/** The same for each line of the first day: its next day and points, or that it ends or stays as it is. */
export const lineWronglyForeseen = (
  standards: Standards,
  { dossier, recomputedThrough }: NastyPerson,
  { firstDay, lastDay }: Span,
): string | undefined => {
  const subject = subjectOf(dossier);
  const days: CanonicalResult[] = [];
  for (let day = firstDay; day <= lastDay; day = dayAfter(day)) {
    days.push(scoreOn(standards, subject, day, recomputedThrough));
  }
  const [today] = days;
  for (const [line, indicator] of today?.standard?.indicators.entries() ?? []) {
    const points = today?.points[line];
    const change = days.find((result) => pointsOf(result, indicator) !== points);
    const found = change && pointsOf(change, indicator) === undefined ? undefined : change;
    const next = today && nextPointsOf(standards, subject, today, line);
    const foreseen = next && next.on <= lastDay ? next : undefined;
    if (found?.asOf === foreseen?.on && (found && pointsOf(found, indicator)) === foreseen?.points) continue;
    return `${indicator.layer} ${indicator.code}: found ${found?.asOf}, foreseen ${foreseen?.on} as ${foreseen?.points}`;
  }
  return undefined;
};

/** What the same line gives; nothing where it is no more. */
const pointsOf = ({ standard, points }: CanonicalResult, { code, layer }: CompiledIndicator): number | undefined =>
  points[standard?.indicators.findIndex((one) => one.code === code && one.layer === layer) ?? -1];
