import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { accrual, aLocalStandard, type Content, publish, zhejiang } from "#test/support/standards.ts";

/** The rules before a deployment and after it: the province revises its standard from some day on. */
export interface Registry {
  readonly before: Standards;
  readonly after: Standards;
}

/** Compiled once for each day on which the revision may begin: simulations come by the thousand. */
export const registryFrom = (() => {
  const known = new Map<CalendarDate, Registry>();
  const county = aLocalStandard();
  return (revisedFrom: CalendarDate): Registry => {
    const found = known.get(revisedFrom);
    if (found) return found;
    const made = {
      before: publish(zhejiang(), county),
      after: publish(zhejiang(), county, revisedZhejiang(revisedFrom)),
    };
    known.set(revisedFrom, made);
    return made;
  };
})();

const revisedZhejiang = (effectiveFrom: CalendarDate): Content => {
  const { indicators } = zhejiang() as { readonly indicators: readonly { readonly code: string }[] };
  return zhejiang({
    code: "zhejiang-revised",
    effectiveFrom,
    validUntil: dateOf(dayAfter(dayOf(effectiveFrom), 1000)),
    indicators: indicators.map((indicator) =>
      indicator.code === "residence"
        ? { ...accrual("residence", { fact: "residence", eachMonth: 0.5, maximum: 30 }) }
        : indicator,
    ),
  });
};
