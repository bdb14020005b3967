import * as z from "zod";
import type { CompiledMethod, MethodContext } from "./method.ts";
import { AccrualRule, compileAccrual } from "./methods/accrual.ts";
import { AgeScaleRule, compileAgeScale } from "./methods/age-scale.ts";
import { compileGrade, GradeRule } from "./methods/grade.ts";

/** Every scoring method that a standard may name. */
export const Rule = z.discriminatedUnion("method", [AgeScaleRule, GradeRule, AccrualRule]).meta({ id: "Rule" });
export type Rule = z.infer<typeof Rule>;

export const compileRule = (rule: Rule, context: MethodContext): CompiledMethod => {
  switch (rule.method) {
    case "age-scale":
      return compileAgeScale(rule, context);
    case "grade":
      return compileGrade(rule, context);
    case "accrual":
      return compileAccrual(rule, context);
  }
};
