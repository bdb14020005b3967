import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";
import { type Contestant, resultSize } from "./contestant.ts";
import type { DerivedQuantities, Residents } from "./residents.ts";

/**
 * A decision compiled once, handed residents by the batch in loop mode: what its documentation offers for many of a
 * kind, and several times as fast as one resident at a time.
 */
export const zenLoop = ({ derived }: Residents): Contestant => {
  const decision = decisionOf(
    Object.entries({
      ...lines,
      total: "max([0, min([30000, 10000, $.age + $.education + $.skill + $.pension + $.residence])])",
    }),
    { executionMode: "loop", inputField: "residents", outputPath: "scores" },
  );
  return {
    name: "zen-engine, loop mode",
    startsFrom: "derived quantities",
    passes: 1 / 32,
    score: async (from, to, results) => {
      for (let start = from; start < to; start += batch) {
        const { result } = await decision.evaluate({ residents: derived.slice(start, Math.min(to, start + batch)) });
        const scores = result.scores as readonly Record<keyof typeof lines | "total", number>[];
        scores.forEach(({ total, age, education, skill, pension, residence }, index) => {
          results.set([total, age, education, skill, pension, residence], (start + index) * resultSize);
        });
      }
    },
  };
};

/**
 * The same rules turned into one long expression per line over lists of quantities, so that hardly an object crosses
 * into the engine. No documentation asks for it; it is here because it is the fastest that was found.
 */
export const zenColumns = ({ derived }: Residents): Contestant => {
  const columns = Object.entries(lines).map(([line, expression]): [string, string] => {
    const quantity = quantityOf[line as keyof typeof lines];
    return [line, `map(${quantity}, ${expression.replaceAll(quantity, "#")})`];
  });
  const sum = "$.age[#] + $.education[#] + $.skill[#] + $.pension[#] + $.residence[#]";
  const decision = decisionOf([...columns, ["total", `map([0..len(age) - 1], max([0, min([30000, 10000, ${sum}])]))`]]);
  return {
    name: "zen-engine, lists",
    startsFrom: "derived quantities",
    passes: 1 / 16,
    score: async (from, to, results) => {
      for (let start = from; start < to; start += batch) {
        const { result } = await decision.evaluate(listsOf(derived.slice(start, Math.min(to, start + batch))));
        const { total, age, education, skill, pension, residence } = result as Record<string, readonly number[]>;
        [total, age, education, skill, pension, residence].forEach((column, line) => {
          column?.forEach((points, index) => {
            results[(start + index) * resultSize + line] = points;
          });
        });
      }
    },
  };
};

const batch = 256;

const lines = {
  age: "age < 0 or age > 60 ? 0 : age >= 55 ? 500 : age <= 40 ? 2000 : 500 + (55 - age) * 100",
  education: "education == 3 ? 1000 : education == 2 ? 800 : 500",
  skill: "skill == 4 ? 1000 : skill == 3 ? 800 : skill == 2 ? 500 : skill == 1 ? 300 : 0",
  pension: "pensionMonths >= 60 ? 3000 : pensionMonths * 50",
  residence: "residenceMonths >= 120 ? 3000 : residenceMonths * 25",
} as const;

const quantityOf: Readonly<Record<keyof typeof lines, keyof DerivedQuantities>> = {
  age: "age",
  education: "education",
  skill: "skill",
  pension: "pensionMonths",
  residence: "residenceMonths",
};

const listsOf = (residents: readonly DerivedQuantities[]) =>
  Object.fromEntries(
    Object.values(quantityOf).map((quantity) => [quantity, residents.map((resident) => resident[quantity])]),
  );

const decisionOf = (expressions: readonly (readonly [key: string, value: string])[], mode = {}) =>
  new ZenEngine().createDecision(
    new ZenDecisionContent({
      nodes: [
        { id: "in", name: "in", type: "inputNode" },
        {
          id: "points",
          name: "points",
          type: "expressionNode",
          content: {
            expressions: expressions.map(([key, value]) => ({ id: key, key, value })),
            passThrough: false,
            ...mode,
          },
        },
        { id: "out", name: "out", type: "outputNode" },
      ],
      edges: [
        { id: "first", sourceId: "in", targetId: "points", type: "edge" },
        { id: "second", sourceId: "points", targetId: "out", type: "edge" },
      ],
    }),
  );
