import { type Day, dateOf, dayAfter } from "#shared/domain/calendar.ts";
import type { CompiledIndicator } from "#shared/scoring/compile-standard.ts";
import type { Adjustment } from "#shared/scoring/compose.ts";
import { nextAdjustmentOf, nextChangeOn, nextPointsOf } from "#shared/scoring/next-change.ts";
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

/** The same for each line of the first day, caps and floors among them: its next day and points, or that it ends or stays. */
export const lineWronglyForeseen = (
  standards: Standards,
  { dossier, recomputedThrough }: NastyPerson,
  { firstDay, lastDay }: Span,
): string | undefined => {
  const subject = subjectOf(dossier);
  const today = scoreOn(standards, subject, firstDay, recomputedThrough);
  const days: CanonicalResult[] = [today];
  for (let day = dayAfter(firstDay); day <= lastDay; day = dayAfter(day)) {
    days.push(scoreOn(standards, subject, day, recomputedThrough));
  }
  const wrong = (name: string, pointsOn: PointsOn, next: Change | undefined): string | undefined => {
    const found = days.find((result) => pointsOn(result) !== pointsOn(today));
    const points = found && pointsOn(found);
    const changes = found && points !== undefined ? `${points} on ${dateOf(found.asOf)}` : "no change";
    const foreseen = next && next.on <= lastDay ? `${next.points} on ${dateOf(next.on)}` : "no change";
    return changes === foreseen ? undefined : `${name}: found ${changes}, foreseen ${foreseen}`;
  };
  const lines = (today.standard?.indicators ?? []).map((indicator, line) =>
    wrong(indicator.code, indicatorPoints(indicator), nextPointsOf(standards, subject, today, line)),
  );
  const adjustments = today.composition.adjustments.map((adjustment) =>
    wrong(adjustment.code, adjustmentPoints(adjustment), nextAdjustmentOf(standards, subject, today, adjustment)),
  );
  return [...lines, ...adjustments].find((one) => one !== undefined);
};

type Change = NonNullable<ReturnType<typeof nextPointsOf>>;

/** What the same line gives; nothing where it is no more. */
type PointsOn = (result: CanonicalResult) => number | undefined;

const indicatorPoints =
  ({ code, layer }: CompiledIndicator): PointsOn =>
  ({ standard, points }) =>
    points[standard?.indicators.findIndex((one) => one.code === code && one.layer === layer) ?? -1];

const adjustmentPoints =
  ({ code, layer }: Adjustment): PointsOn =>
  ({ standard, composition }) =>
    standard && (composition.adjustments.find((one) => one.code === code && one.layer === layer)?.points ?? 0);
