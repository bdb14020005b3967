import * as z from "zod";
import { type Day, dateOf, never } from "#shared/domain/calendar.ts";
import type { DecodedFacts, DecodedPaper } from "#shared/domain/decoded-facts.ts";
import { educationLevels } from "#shared/domain/facts.ts";
import { atMost, decimal, exactPoints, noPoints, type Points, PointsValue } from "#shared/domain/points.ts";
import { categoryWords } from "../category-words.ts";
import { Clause } from "../clause.ts";
import type { CompiledMethod, MethodContext } from "../method.ts";

const skillCategory = z.union([
  z.literal("special-skill"),
  z.templateLiteral([z.enum(["vocational-qualification", "skill-level"]), ":", z.literal([1, 2, 3, 4, 5])]),
  z.templateLiteral(["title:", z.enum(["junior", "middle", "senior"])]),
]);

const tiersOf = <Category extends z.ZodType<string>>(category: Category) =>
  z
    .array(
      z
        .strictObject({ points: PointsValue, categories: z.array(category).min(1).readonly(), clause: Clause })
        .readonly(),
    )
    .min(1)
    .readonly()
    .refine((tiers) => {
      const all = tiers.flatMap(({ categories }) => categories);
      return new Set(all).size === all.length;
    }, "must name each category once");

const shape = {
  method: z.literal("grade"),
  noneClause: Clause,
  /** The reading that says what no record gives; without one it gives nothing. */
  noneReading: z.literal("unknownEducation").exactOptional(),
};

/** 本项不累加: the best verified paper only, never a sum. */
export const GradeRule = z
  .discriminatedUnion("fact", [
    z.strictObject({ ...shape, fact: z.literal("education"), tiers: tiersOf(z.enum(educationLevels)) }),
    z.strictObject({ ...shape, fact: z.literal("skills"), tiers: tiersOf(skillCategory) }),
  ])
  .readonly();
export type GradeRule = z.infer<typeof GradeRule>;

/** The quantity is the number of the tier, counted from 1 in order of points; 0 is "no paper counts". */
export const compileGrade = (rule: GradeRule, { maximum, readings }: MethodContext): CompiledMethod => {
  const tiers = [...rule.tiers].sort((one, other) => one.points - other.points);
  const none = rule.noneReading === undefined ? noPoints : exactPoints(readings[rule.noneReading]);
  const table: readonly Points[] = [none, ...tiers.map(({ points }) => exactPoints(points))].map((points) =>
    atMost(maximum, points),
  );
  const tierOf = new Map(
    tiers.flatMap(({ categories }, index) => categories.map((category) => [category as string, index + 1])),
  );
  const papersIn = ({ papers }: DecodedFacts): readonly DecodedPaper[] => papers[rule.fact];
  const tierOn = ({ verified, from, until, category }: DecodedPaper, day: Day): number =>
    verified && from <= day && day < until ? (tierOf.get(category) ?? 0) : 0;

  return {
    fact: rule.fact,
    consults: rule.noneReading === undefined ? [] : [rule.noneReading],
    measure: (facts, day) => {
      let best = 0;
      for (const paper of papersIn(facts)) best = Math.max(best, tierOn(paper, day));
      return best;
    },
    award: (quantity) => table[quantity] ?? noPoints,
    nextOn: () => never,
    explain: (facts, day, quantity, points) => {
      const best = quantity > 0 ? papersIn(facts).find((paper) => tierOn(paper, day) === quantity) : undefined;
      const given = decimal(points);
      const ignored = papersIn(facts).filter(({ verified }) => !verified).length;
      const alsoZh = ignored > 0 ? `;另有 ${ignored} 项未经核验,不计分` : "";
      const alsoEn = ignored > 0 ? `; ${ignored} not verified, so not counted` : "";
      if (!best) {
        return {
          words: { zh: `无可计分的记录,积 ${given} 分${alsoZh}`, en: `No record that counts: ${given}${alsoEn}` },
          inputs: [],
          clause: rule.noneClause,
        };
      }
      const named = categoryWords(best.category);
      return {
        words: {
          zh: `最高一项:${named.zh}(${dateOf(best.from)} 取得),积 ${given} 分${alsoZh}`,
          en: `The best one: ${named.en}, obtained ${dateOf(best.from)}: ${given}${alsoEn}`,
        },
        inputs: [
          { name: "category", value: best.category },
          { name: "obtainedOn", value: dateOf(best.from) },
        ],
        clause: tiers[quantity - 1]?.clause ?? rule.noneClause,
      };
    },
  };
};
