import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { Department } from "#shared/domain/department.ts";
import { factNames } from "#shared/domain/facts.ts";
import { SwitchedReadings } from "#shared/domain/readings.ts";
import { Words } from "#shared/domain/words.ts";
import { Rule } from "./catalogue.ts";
import { Clause, ClausedPoints, Source } from "./clause.ts";
import { DeclaredReadings } from "./readings.ts";

/** 指标: what one line of a score is given for. */
export const Indicator = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]*$/, "must be kebab-case"),
    name: Words,
    source: Source,
    /** 最高分. */
    maximum: ClausedPoints,
    /** The rule in words. */
    words: Words,
    rule: Rule,
  })
  .readonly()
  .meta({ id: "Indicator" });
export type Indicator = z.infer<typeof Indicator>;

const Supplier = z
  .strictObject({
    department: Department,
    name: Words,
    supplies: z
      .array(z.enum(factNames as [string, ...string[]]))
      .min(1)
      .readonly(),
    /** Days without an accepted batch after which the lines are flagged stale. */
    expectedEveryDays: z.int().min(1).max(400),
    clause: Clause,
  })
  .readonly();

const common = {
  $schema: z.string().exactOptional(),
  code: z.string().regex(/^[a-z][a-z0-9-]*$/, "must be kebab-case"),
  area: AreaCode,
  name: Words,
  document: z
    .strictObject({ number: z.string().min(1), title: Words, issuedBy: Words, issuedOn: CalendarDate })
    .readonly(),
  effectiveFrom: CalendarDate,
  validUntil: CalendarDate,
  /** The words that say from when until when. */
  validityClause: Clause,
  /** The most that this layer gives. */
  maximum: ClausedPoints.exactOptional(),
  indicators: z.array(Indicator).min(1).readonly(),
};

/** 扣分冻结: the score is frozen while a sanction lasts. */
const Freeze = z.strictObject({ name: Words, source: Source, words: Words, clause: Clause }).readonly();

const RootStandard = z.strictObject({
  layer: z.literal("province"),
  ...common,
  /** 总积分: the bounds of the sum of all layers. */
  totals: z.strictObject({ maximum: ClausedPoints, localMaximum: ClausedPoints, minimum: ClausedPoints }).readonly(),
  /** The words by which a status other than `effective` voids the score. */
  statusClauses: z
    .strictObject({ void: Clause, pending: Clause, permit: Clause, fraud: Clause, deduction: Clause })
    .readonly(),
  suppliers: z.array(Supplier).min(1).readonly(),
  readings: DeclaredReadings,
});

const LocalStandard = z.strictObject({
  layer: z.enum(["city", "county"]),
  ...common,
  deductions: z.array(Indicator).readonly().default([]),
  freeze: Freeze.exactOptional(),
  readings: SwitchedReadings.default({}),
});

/** 赋分标准: one layer of the rules, in force between two days, both inclusive. Never edited once published. */
export const Standard = z
  .discriminatedUnion("layer", [RootStandard, LocalStandard])
  .refine(({ effectiveFrom, validUntil }) => effectiveFrom <= validUntil, {
    path: ["validUntil"],
    error: "must not lie before effectiveFrom",
  })
  .superRefine((standard, context) => {
    const codes = [...standard.indicators, ...("deductions" in standard ? standard.deductions : [])].map(
      ({ code }) => code,
    );
    codes.forEach((code, index) => {
      if (codes.indexOf(code) < index) {
        context.addIssue({ code: "custom", path: ["indicators", index, "code"], message: `${code} stands twice` });
      }
    });
  })
  .readonly()
  .meta({ id: "Standard" });
export type Standard = z.infer<typeof Standard>;
export type RootStandard = Standard & { readonly layer: "province" };
export type LocalStandard = Standard & { readonly layer: "city" | "county" };
export type LayerName = Standard["layer"];
