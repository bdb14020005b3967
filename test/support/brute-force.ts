import { type Day, dayAfter } from "#shared/domain/calendar.ts";
import { type CanonicalResult, isSameOutcome, type RecomputedThrough, scoreOn } from "#shared/scoring/score.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { Subject } from "#shared/scoring/subject.ts";

/** Every day from the first to the last on which something changed, found by scoring on every single day. */
export const changesDayByDay = (
  standards: Standards,
  subject: Subject,
  recomputedThrough: RecomputedThrough,
  firstDay: Day,
  lastDay: Day,
): readonly CanonicalResult[] => {
  const changes: CanonicalResult[] = [];
  let current = scoreOn(standards, subject, firstDay, recomputedThrough);
  for (let day = dayAfter(firstDay); day <= lastDay; day = dayAfter(day)) {
    const next = scoreOn(standards, subject, day, recomputedThrough);
    if (isSameOutcome(current, next)) continue;
    changes.push(next);
    current = next;
  }
  return changes;
};
