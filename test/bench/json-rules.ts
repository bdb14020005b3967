import { Engine, type RuleProperties } from "json-rules-engine";
import { type Contestant, lineCodes, resultSize } from "./contestant.ts";
import type { DerivedQuantities, Residents } from "./residents.ts";

/**
 * One engine for everyone, every tier a rule whose event says what it gives. It has no arithmetic: what a year or a
 * month gives is multiplied by whoever hears the event. All rules have one priority, since each needs to be heard.
 */
export const jsonRules = ({ derived }: Residents): Contestant => {
  const engine = new Engine([...rules]);
  return {
    name: "json-rules-engine",
    startsFrom: "derived quantities",
    passes: 1 / 64,
    score: async (from, to, results) => {
      for (let index = from; index < to; index++) {
        const resident = derived[index] as DerivedQuantities;
        const { events } = await engine.run(resident);
        const place = index * resultSize;
        results.fill(0, place, place + resultSize);
        let total = 0;
        for (const { params } of events) {
          const award = params as Award;
          const points = pointsOf(award, resident);
          results[place + 1 + lineCodes.indexOf(award.line)] = points;
          total += points;
        }
        results[place] = Math.max(0, Math.min(30_000, 10_000, total));
      }
    },
  };
};

interface Award {
  readonly line: (typeof lineCodes)[number];
  readonly points: number;
  /** So much more for each unit of a quantity, reckoned down from a number where there is one. */
  readonly each?: { readonly of: keyof DerivedQuantities; readonly under?: number; readonly points: number };
  readonly maximum?: number;
}

const pointsOf = ({ points, each, maximum = points }: Award, resident: DerivedQuantities): number => {
  if (!each) return points;
  const count = each.under === undefined ? resident[each.of] : each.under - resident[each.of];
  return Math.min(maximum, points + count * each.points);
};

const when = (fact: keyof DerivedQuantities, operator: string, value: number) => ({ fact, operator, value });

const gives = (award: Award, ...all: readonly ReturnType<typeof when>[]): RuleProperties => ({
  conditions: { all: [...all] },
  event: { type: award.line, params: award },
});

const rules: readonly RuleProperties[] = [
  gives(
    { line: "age", points: 500, each: { of: "age", under: 55, points: 100 }, maximum: 2000 },
    when("age", "greaterThanInclusive", 0),
    when("age", "lessThan", 55),
  ),
  gives({ line: "age", points: 500 }, when("age", "greaterThanInclusive", 55), when("age", "lessThanInclusive", 60)),
  gives({ line: "education", points: 1000 }, when("education", "equal", 3)),
  gives({ line: "education", points: 800 }, when("education", "equal", 2)),
  gives({ line: "education", points: 500 }, when("education", "lessThan", 2)),
  gives({ line: "skill", points: 1000 }, when("skill", "equal", 4)),
  gives({ line: "skill", points: 800 }, when("skill", "equal", 3)),
  gives({ line: "skill", points: 500 }, when("skill", "equal", 2)),
  gives({ line: "skill", points: 300 }, when("skill", "equal", 1)),
  gives(
    { line: "social-insurance", points: 0, each: { of: "pensionMonths", points: 50 }, maximum: 3000 },
    when("pensionMonths", "greaterThan", 0),
  ),
  gives(
    { line: "residence", points: 0, each: { of: "residenceMonths", points: 25 }, maximum: 3000 },
    when("residenceMonths", "greaterThan", 0),
  ),
];
