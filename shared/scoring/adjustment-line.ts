import { dateOf } from "#shared/domain/calendar.ts";
import { decimal } from "#shared/domain/points.ts";
import type { ScoreLine } from "#shared/domain/score.ts";
import type { Words } from "#shared/domain/words.ts";
import type { ClausedPoints } from "#shared/policy/clause.ts";
import type { CompiledStandard } from "./compile-standard.ts";
import type { Adjustment, AdjustmentCode } from "./compose.ts";
import type { Itemising } from "./itemising.ts";
import { nextAdjustmentOf } from "./next-change.ts";

/** The line of a cap or a floor: what it took away or added, and the words it rests on. */
export const adjustmentLine = (
  { standards, subject, result }: Itemising,
  standard: CompiledStandard,
  adjustment: Adjustment,
): ScoreLine => {
  const { code, points } = adjustment;
  const { limit, document, source } = groundsOf(standard, adjustment);
  const next = nextAdjustmentOf(standards, subject, result, adjustment);
  return {
    ...adjustmentName(adjustment),
    kind: "adjustment",
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
    clause: { document, source, text: limit.clause },
    readings: [],
    missing: false,
    nextChangeOn: next ? dateOf(next.on) : null,
    nextPoints: next ? decimal(next.points) : null,
  };
};

/** What an adjustment's line is called, in the sheet and in the history alike. */
export const adjustmentName = ({ code, layer }: Adjustment): Pick<ScoreLine, "code" | "layer"> => ({
  code: code === "layer-cap" ? `${layer}-cap` : code,
  layer: layer === "local" ? "county" : layer,
});

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

/** The limit that bit, and where it stands. */
interface Grounds {
  readonly limit: ClausedPoints;
  readonly document: string;
  readonly source: string;
}

const groundsOf = ({ root, locals }: CompiledStandard, { code, layer }: Adjustment): Grounds => {
  const { number: document } = root.document;
  switch (code) {
    case "layer-cap": {
      const local = locals.find((standard) => standard.layer === layer);
      if (local?.maximum) return { limit: local.maximum, document: local.document.number, source: local.name.zh };
      return { limit: root.maximum ?? root.totals.maximum, document, source: "三(一)" };
    }
    case "local-cap":
      return { limit: root.totals.localMaximum, document, source: "三(一)" };
    case "total-cap":
      return { limit: root.totals.maximum, document, source: "三(一)" };
    case "local-floor":
    case "floor":
      return { limit: root.totals.minimum, document, source: "三(四)" };
  }
};
