import * as z from "zod";
import { addMonths, completeYears, type Day, dateOf, dayAfter, never } from "#shared/domain/calendar.ts";
import { atMost, decimal, exactPoints, noPoints, type Points, PointsValue, sum, times } from "#shared/domain/points.ts";
import { Clause, ClausedPoints } from "../clause.ts";
import type { CompiledMethod, MethodContext } from "../method.ts";

/** 年龄: a band of full years with points, and more for each year under it; above the band nothing. */
export const AgeScaleRule = z
  .strictObject({
    method: z.literal("age-scale"),
    fact: z.literal("birthDate"),
    band: z
      .strictObject({ from: z.int().min(0), to: z.int().max(150), points: PointsValue, clause: Clause })
      .readonly(),
    eachYearUnder: ClausedPoints,
  })
  .refine(({ band }) => band.from <= band.to, { path: ["band", "to"], error: "must not lie below from" })
  .readonly();
export type AgeScaleRule = z.infer<typeof AgeScaleRule>;

/** Ages below this are told apart; nobody grows older. */
const oldest = 151;

/** The quantity is the age in full years plus one; 0 is "not born yet, or not known". */
export const compileAgeScale = (rule: AgeScaleRule, { maximum, readings }: MethodContext): CompiledMethod => {
  const { band, eachYearUnder } = rule;
  const inBand = exactPoints(band.points);
  const perYear = exactPoints(eachYearUnder.points);
  const pointsAt = (age: number): Points => {
    if (age < 0 || age > band.to) return noPoints;
    return atMost(maximum, age >= band.from ? inBand : sum(inBand, times(band.from - age, perYear)));
  };
  const table = Array.from({ length: oldest + 2 }, (_, quantity) => pointsAt(quantity - 1));
  const award = (quantity: number): Points => table[quantity] ?? noPoints;
  // 周岁 is reached on the day after the birthday, so it is the age on the birthday as of the day before
  const wait = readings.ageRule === "day-after-birthday" ? 1 : 0;
  const reached = (birth: Day, years: number): Day => dayAfter(addMonths(birth, years * 12), wait);

  return {
    fact: "birthDate",
    consults: ["ageRule"],
    measure: ({ birth }, day) => {
      if (birth === undefined || birth > day) return 0;
      const age = Math.max(0, completeYears(birth, (day - wait) as Day));
      return Math.min(age, oldest) + 1;
    },
    award,
    nextOn: ({ birth }, day, quantity) => {
      if (birth === undefined || birth > day) return never;
      for (let later = quantity + 1; later < table.length; later++) {
        if (table[later] !== table[quantity]) return reached(birth, later - 1);
      }
      return never;
    },
    explain: ({ birth }, day, quantity, points) => {
      if (birth === undefined) {
        const words = { zh: "出生日期未知,暂不计分", en: "The birth date is not known, so no points are given yet" };
        return { words, inputs: [], clause: band.clause };
      }
      const age = quantity - 1;
      const inputs = [
        { name: "birthDate", value: dateOf(birth) },
        { name: "age", value: age, unit: "years" as const },
      ];
      const given = decimal(points);
      if (birth > day) {
        const words = { zh: "尚未出生,不计分", en: "Not born yet: no points" };
        return { words, inputs: [], clause: band.clause };
      }
      if (age > band.to) {
        const words = { zh: `${age} 周岁,超过 ${band.to} 周岁,不计分`, en: `Aged ${age}, above ${band.to}: no points` };
        return { words, inputs, clause: band.clause };
      }
      if (age >= band.from) {
        const range = `${band.from}—${band.to}`;
        const words = {
          zh: `${age} 周岁,在 ${range} 周岁,积 ${given} 分`,
          en: `Aged ${age}, within ${range}: ${given}`,
        };
        return { words, inputs, clause: band.clause };
      }
      const years = band.from - age;
      const sumZh = `${band.points} + ${years} × ${eachYearUnder.points}`;
      const uncapped = sum(inBand, times(years, perYear));
      const result = uncapped > points ? `${decimal(uncapped)}` : `${given}`;
      const capZh = uncapped > points ? `,最高限 ${given}` : "";
      const capEn = uncapped > points ? `, at most ${given}` : "";
      return {
        words: {
          zh: `${age} 周岁,比 ${band.from} 周岁少 ${years} 岁:${sumZh} = ${result}${capZh}`,
          en: `Aged ${age}, ${years} under ${band.from}: ${sumZh} = ${result}${capEn}`,
        },
        inputs,
        clause: eachYearUnder.clause,
      };
    },
  };
};
