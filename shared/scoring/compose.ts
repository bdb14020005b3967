import { atMost, minus, neverBelowZero, noPoints, type Points } from "#shared/domain/points.ts";
import type { Readings } from "#shared/domain/readings.ts";
import type { LayerName } from "#shared/policy/standard.ts";

/** How the layers of a standard add up; fixed when it is compiled. */
export interface CompositionPlan {
  /** In the order of their indicators, each with the number of them. */
  readonly layers: readonly {
    readonly name: LayerName;
    readonly maximum: Points | undefined;
    readonly indicators: number;
  }[];
  readonly localMaximum: Points;
  readonly maximum: Points;
  readonly capOrder: Readings["capOrder"];
  readonly deductionScope: Readings["deductionScope"];
}

export type AdjustmentCode = "layer-cap" | "local-cap" | "local-floor" | "total-cap" | "floor";

/** What a cap or a floor takes away or adds; a line of its own, so that all lines sum to the total. */
export interface Adjustment {
  readonly code: AdjustmentCode;
  readonly layer: LayerName | "local" | "total";
  readonly points: Points;
}

export interface Composition {
  readonly provincialTotal: Points;
  readonly localTotal: Points;
  readonly total: Points;
  readonly adjustments: readonly Adjustment[];
}

/**
 * 三(四): caps each layer, then the local layers together, takes deductions before or after as the standard reads it,
 * and lets the total never fall below zero. Deductions come as negative points.
 */
export const compose = (plan: CompositionPlan, points: readonly Points[]): Composition => {
  const adjustments: Adjustment[] = [];
  const adjust = (code: AdjustmentCode, layer: Adjustment["layer"], before: Points, after: Points): Points => {
    if (after !== before) adjustments.push({ code, layer, points: minus(after, before) });
    return after;
  };
  const deductsFirst = plan.capOrder === "after-deductions";

  let provincialTotal = noPoints;
  let localAwards = noPoints;
  let localDeductions = noPoints;
  let index = 0;
  for (const { name, maximum, indicators } of plan.layers) {
    let awards = noPoints;
    let deductions = noPoints;
    for (const end = index + indicators; index < end; index++) {
      const value = points[index] ?? noPoints;
      if (value < 0) deductions = plus(deductions, value);
      else awards = plus(awards, value);
    }
    const gross = deductsFirst ? plus(awards, deductions) : awards;
    const capped = maximum === undefined ? gross : adjust("layer-cap", name, gross, atMost(maximum, gross));
    const less = deductsFirst ? noPoints : deductions;
    if (name === "province") {
      provincialTotal = plus(provincialTotal, plus(capped, less));
    } else {
      localAwards = plus(localAwards, capped);
      localDeductions = plus(localDeductions, less);
    }
  }

  const cappedLocal = adjust("local-cap", "local", localAwards, atMost(plan.localMaximum, localAwards));
  const netLocal = plus(cappedLocal, localDeductions);
  const localTotal =
    plan.deductionScope === "local-only"
      ? adjust("local-floor", "local", netLocal, neverBelowZero(netLocal))
      : netLocal;
  const whole = plus(provincialTotal, localTotal);
  const bounded = adjust("total-cap", "total", whole, atMost(plan.maximum, whole));
  const total = adjust("floor", "total", bounded, neverBelowZero(bounded));
  return { provincialTotal, localTotal, total, adjustments };
};

// two parts at a time: a list of parts would cost as much again as all the rest of a composition
const plus = (points: Points, more: Points): Points => (points + more) as Points;
