import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import { isSameOutcome, scoreOn } from "#shared/scoring/score.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { areaOf, subjectOf } from "#shared/scoring/subject.ts";

/** A day on which what is recorded of a person changes: the result, or nothing but the area. */
export interface DayOfChange {
  readonly day: CalendarDate;
  readonly isResult: boolean;
}

/** Where a score that is recomputed every single night comes out otherwise than the day before, found by scoring every one. */
export const daysOfChange = (
  standards: Standards,
  dossier: Dossier,
  { after, through }: { readonly after: CalendarDate; readonly through: CalendarDate },
): readonly DayOfChange[] => {
  const subject = subjectOf(dossier);
  const on = (day: ReturnType<typeof dayOf>) => ({
    result: scoreOn(standards, subject, day, { version: dossier.version, on: day }),
    area: areaOf(subject, day),
  });
  const days: DayOfChange[] = [];
  let before = on(dayOf(after));
  for (let day = dayAfter(dayOf(after), 1); day <= dayOf(through); day = dayAfter(day, 1)) {
    const now = on(day);
    const isResult = !isSameOutcome(now.result, before.result);
    if (isResult || now.area !== before.area) days.push({ day: dateOf(day), isResult });
    before = now;
  }
  return days;
};
