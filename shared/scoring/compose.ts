import { atMost, minus, neverBelowZero, noPoints, type Points, sum } from "#shared/domain/points.ts";
import type { Readings } from "#shared/domain/readings.ts";
import type { LayerName } from "#shared/policy/standard.ts";

/** How the layers of a standard add up; fixed when it is compiled. */
export interface CompositionPlan {
  readonly layers: readonly { readonly name: LayerName; readonly maximum: Points | undefined }[];
  /** For each indicator: its layer's place in `layers`. */
  readonly layerOf: readonly number[];
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
  const awards = plan.layers.map(() => 0);
  const deductions = plan.layers.map(() => 0);
  for (let index = 0; index < points.length; index++) {
    const layer = plan.layerOf[index] ?? 0;
    const value = points[index] ?? 0;
    const side = value < 0 ? deductions : awards;
    side[layer] = (side[layer] ?? 0) + value;
  }

  const adjustments: Adjustment[] = [];
  const adjust = (code: AdjustmentCode, layer: Adjustment["layer"], before: Points, after: Points): Points => {
    if (after !== before) adjustments.push({ code, layer, points: minus(after, before) });
    return after;
  };
  const deductsFirst = plan.capOrder === "after-deductions";

  let provincialTotal = noPoints;
  let localAwards = noPoints;
  let localDeductions = noPoints;
  plan.layers.forEach(({ name, maximum }, index) => {
    const less = deductions[index] as Points;
    const gross = (deductsFirst ? (awards[index] ?? 0) + less : awards[index]) as Points;
    const capped = maximum === undefined ? gross : adjust("layer-cap", name, gross, atMost(maximum, gross));
    if (name === "province") {
      provincialTotal = sum(provincialTotal, capped, deductsFirst ? noPoints : less);
      return;
    }
    localAwards = sum(localAwards, capped);
    if (!deductsFirst) localDeductions = sum(localDeductions, less);
  });

  const cappedLocal = adjust("local-cap", "local", localAwards, atMost(plan.localMaximum, localAwards));
  const netLocal = sum(cappedLocal, localDeductions);
  const localTotal =
    plan.deductionScope === "local-only"
      ? adjust("local-floor", "local", netLocal, neverBelowZero(netLocal))
      : netLocal;
  const whole = sum(provincialTotal, localTotal);
  const bounded = adjust("total-cap", "total", whole, atMost(plan.maximum, whole));
  const total = adjust("floor", "total", bounded, neverBelowZero(bounded));
  return { provincialTotal, localTotal, total, adjustments };
};
