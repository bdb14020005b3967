import { dateOf } from "#shared/domain/calendar.ts";
import { supplierOf } from "#shared/domain/department.ts";
import { decimal, type Points } from "#shared/domain/points.ts";
import type { ScoreLine } from "#shared/domain/score.ts";
import { adjustmentLine } from "./adjustment-line.ts";
import { bitingReadings } from "./biting-readings.ts";
import type { CompiledIndicator } from "./compile-standard.ts";
import type { Itemising } from "./itemising.ts";
import { nextPointsOf } from "./next-change.ts";

/** 得分明细: a line for each indicator, and one for each cap and floor that bites. They sum to the total before status. */
export const itemise = (itemising: Itemising): readonly ScoreLine[] => {
  const { standard, composition } = itemising.result;
  if (!standard) return [];
  return [
    ...standard.indicators.map((indicator, index) => indicatorLine(itemising, indicator, index)),
    ...composition.adjustments.map((adjustment) => adjustmentLine(itemising, standard, adjustment)),
  ];
};

const indicatorLine = (itemising: Itemising, indicator: CompiledIndicator, index: number): ScoreLine => {
  const { standards, subject, result, provenance } = itemising;
  const { code, kind, layer, name, maximum, words, method, document, source } = indicator;
  const points = result.points[index] as Points;
  const quantity = result.quantities[index] ?? 0;
  const {
    words: reckoning,
    inputs,
    clause,
  } = method.explain(subject.facts, result.asOf, quantity, method.award(quantity));
  const next = nextPointsOf(standards, subject, result, index);
  const { fact } = method;
  const department = fact && supplierOf[fact];
  return {
    code,
    kind,
    layer,
    name,
    points: decimal(points),
    maximum: maximum === undefined ? null : decimal(maximum),
    capped: maximum !== undefined && Math.abs(points) === maximum,
    rule: words,
    reckoning,
    inputs,
    facts: fact && department ? [{ fact, department, ...provenance(fact) }] : [],
    clause: { document, source, text: clause },
    readings: bitingReadings(itemising, index),
    missing: fact !== undefined && result.missing.includes(fact),
    nextChangeOn: next ? dateOf(next.on) : null,
    nextPoints: next ? decimal(next.points) : null,
  };
};
