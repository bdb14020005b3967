import { never } from "#shared/domain/calendar.ts";
import { decimal, type Points } from "#shared/domain/points.ts";
import type { CompiledMethod } from "#shared/policy/method.ts";

const clause = "市县个性指标及赋分标准,由市县根据本意见要求和实际情况自行设置";

/** A local layer of which only the sums before its cap are handed in. The quantity is the sum in hundredths. */
const given = (sum: "awards" | "deductions"): CompiledMethod => ({
  fact: undefined,
  consults: [],
  measure: ({ givenLocal }) => givenLocal?.[sum] ?? 0,
  award: (quantity) => quantity as Points,
  nextOn: () => never,
  explain: (_facts, _day, _quantity, points) => ({
    words: { zh: `给定 ${decimal(points)} 分`, en: `${decimal(points)}, as given` },
    inputs: [{ name: sum, value: decimal(points), unit: "points" }],
    clause,
  }),
});

export const givenAwards = {
  code: "local-awards",
  name: { zh: "市县个性指标(给定)", en: "Local indicators (as given)" },
  words: { zh: "市县个性指标积分之和,封顶之前", en: "The sum of the local indicators, before their cap" },
  source: "三(三)",
  method: given("awards"),
};

export const givenDeductions = {
  code: "local-deductions",
  name: { zh: "市县扣分(给定)", en: "Local deductions (as given)" },
  words: { zh: "市县扣分项之和", en: "The sum of the local deductions" },
  source: "三(三)",
  method: given("deductions"),
};
