import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import type { FactName } from "#shared/domain/facts.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ContestedLine } from "#shared/domain/review.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { areaOf, type Subject } from "#shared/scoring/subject.ts";

/**
 * The fact on which a line of the person's score rests today.
 * @throws Refusal review-line-unknown
 */
export const factBehind = (
  standards: Standards,
  subject: Subject,
  { layer, code }: ContestedLine,
  on: CalendarDate,
): FactName => {
  const indicators = standards.inForce(areaOf(subject, dayOf(on)), dayOf(on))?.indicators ?? [];
  const fact = indicators.find((one) => one.layer === layer && one.code === code)?.method.fact;
  if (!fact) throw new Refusal("review-line-unknown", { layer, code });
  return fact;
};
