import * as z from "zod";
import { never } from "#shared/domain/calendar.ts";
import { decimal, exactPoints, type Points, times } from "#shared/domain/points.ts";
import { ClausedPoints } from "../clause.ts";
import type { CompiledMethod, MethodContext } from "../method.ts";
import { pensionMonths } from "../months/pension-months.ts";
import { residenceMonths } from "../months/residence-months.ts";

/** 累计: points for every complete month. */
export const AccrualRule = z
  .strictObject({
    method: z.literal("accrual"),
    fact: z.enum(["pension", "residence"]),
    eachMonth: ClausedPoints,
  })
  .refine(({ eachMonth }) => eachMonth.points > 0, { path: ["eachMonth", "points"], error: "must be more than 0" })
  .readonly();
export type AccrualRule = z.infer<typeof AccrualRule>;

const monthsOf = { pension: pensionMonths, residence: residenceMonths } as const;

/** The quantity is the number of months. */
export const compileAccrual = (rule: AccrualRule, { maximum, readings, area }: MethodContext): CompiledMethod => {
  const perMonth = exactPoints(rule.eachMonth.points);
  const full = Math.ceil(maximum / perMonth);
  const months = monthsOf[rule.fact](area, readings);
  const award = (quantity: number): Points => (quantity >= full ? maximum : times(quantity, perMonth));

  return {
    fact: rule.fact,
    consults: months.consults,
    measure: months.count,
    award,
    nextOn: (facts, day, quantity) => (quantity >= full ? never : months.growsOn(facts, day)),
    explain: (facts, day, quantity, points) => {
      const { words, inputs } = months.describe(facts, day);
      const uncapped = times(quantity, perMonth);
      const product = `${quantity} × ${rule.eachMonth.points} = ${decimal(uncapped)}`;
      const given = decimal(points);
      return {
        words:
          quantity === 0
            ? { zh: `${words.zh} 共 0 个月,积 0 分`.trim(), en: `${words.en} 0 months: 0`.trim() }
            : {
                zh: `${words.zh} 共 ${quantity} 个月 × ${rule.eachMonth.points} = ${decimal(uncapped)}${uncapped > points ? `,最高限 ${given}` : ""}`,
                en: `${words.en}: ${product}${uncapped > points ? `, at most ${given}` : ""}`,
              },
        inputs: [...inputs, { name: "completeMonths", value: quantity, unit: "months" }],
        clause: rule.eachMonth.clause,
      };
    },
  };
};
