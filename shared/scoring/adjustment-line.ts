import { decimal } from "#shared/domain/points.ts";
import type { ScoreLine } from "#shared/domain/score.ts";
import type { Words } from "#shared/policy/clause.ts";
import type { RootStandard } from "#shared/policy/standard.ts";
import type { CompiledStandard } from "./compile-standard.ts";
import type { Adjustment, AdjustmentCode } from "./compose.ts";

/** The line of a cap or a floor: what it took away or added, and the words it rests on. */
export const adjustmentLine = (standard: CompiledStandard, adjustment: Adjustment): ScoreLine => {
  const { code, layer, points } = adjustment;
  const { root } = standard;
  const limit = limitOf(standard, adjustment);
  return {
    code: code === "layer-cap" ? `${layer}-cap` : code,
    kind: "adjustment",
    layer: layer === "local" ? "county" : layer,
    name: names[code],
    points: decimal(points),
    maximum: null,
    capped: true,
    rule: { zh: limit.clause, en: ruleOf[code](limit.points) },
    reckoning: {
      zh: `${names[code].zh}:${limit.points} 分,调整 ${decimal(points)} 分`,
      en: `${names[code].en}: ${limit.points}, adjusted by ${decimal(points)}`,
    },
    inputs: [{ name: code, value: limit.points, unit: "points" }],
    facts: [],
    clause: { document: root.document.number, source: sources[code], text: limit.clause },
    readings: [],
    missing: false,
    nextChangeOn: null,
    nextPoints: null,
  };
};

const names: Readonly<Record<AdjustmentCode, Words>> = {
  "layer-cap": { zh: "本层最高分", en: "Maximum of the layer" },
  "local-cap": { zh: "市县个性指标最高分", en: "Maximum of the local indicators" },
  "local-floor": { zh: "市县积分最低为零", en: "Local points never below zero" },
  "total-cap": { zh: "总分上限", en: "Maximum of the total" },
  floor: { zh: "总积分最低为零分", en: "Total never below zero" },
};

const ruleOf: Readonly<Record<AdjustmentCode, (limit: number) => string>> = {
  "layer-cap": (limit) => `The layer gives at most ${limit}`,
  "local-cap": (limit) => `The local indicators give at most ${limit}`,
  "local-floor": (limit) => `Deductions take the local points no lower than ${limit}`,
  "total-cap": (limit) => `The total is at most ${limit}`,
  floor: (limit) => `The total is never below ${limit}`,
};

const sources: Readonly<Record<AdjustmentCode, string>> = {
  "layer-cap": "三(一)",
  "local-cap": "三(一)",
  "local-floor": "三(四)",
  "total-cap": "三(一)",
  floor: "三(四)",
};

const limitOf = (
  { root, locals }: CompiledStandard,
  { code, layer }: Adjustment,
): RootStandard["totals"]["maximum"] => {
  switch (code) {
    case "layer-cap":
      return [root, ...locals].find((standard) => standard.layer === layer)?.maximum ?? root.totals.localMaximum;
    case "local-cap":
      return root.totals.localMaximum;
    case "local-floor":
    case "floor":
      return root.totals.minimum;
    case "total-cap":
      return root.totals.maximum;
  }
};
