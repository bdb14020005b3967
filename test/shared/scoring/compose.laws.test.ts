import fc from "fast-check";
import { expect, test } from "vitest";
import type { Points } from "#shared/domain/points.ts";
import { type CompositionPlan, compose } from "#shared/scoring/compose.ts";

const points = (min: number, max: number) => fc.integer({ min, max }).map((value) => value as Points);

const layers = fc.tuple(
  fc.record({
    name: fc.constant("province" as const),
    maximum: fc.option(points(0, 12_000), { nil: undefined }),
    indicators: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    name: fc.constant("city" as const),
    maximum: fc.option(points(0, 25_000), { nil: undefined }),
    indicators: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({
    name: fc.constant("county" as const),
    maximum: fc.option(points(0, 25_000), { nil: undefined }),
    indicators: fc.integer({ min: 0, max: 4 }),
  }),
);

const plans: fc.Arbitrary<CompositionPlan> = fc.record({
  layers,
  localMaximum: points(0, 20_000),
  maximum: points(0, 30_000),
  capOrder: fc.constantFrom("before-deductions", "after-deductions"),
  deductionScope: fc.constantFrom("total", "local-only"),
});

const planned = plans.chain((plan) => {
  const count = plan.layers.reduce((sum, { indicators }) => sum + indicators, 0);
  return fc.tuple(fc.constant(plan), fc.array(points(-9000, 15_000), { minLength: count, maxLength: count }));
});

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

test("points and adjustments always sum to the total, which is never below zero nor above its maximum", () => {
  fc.assert(
    fc.property(planned, ([plan, values]) => {
      const { total, adjustments } = compose(plan, values);

      expect(sumOf([...values, ...adjustments.map(({ points }) => points)])).toBe(total);
      expect(total).toBeGreaterThanOrEqual(0);
      expect(total).toBeLessThanOrEqual(plan.maximum);
    }),
    { numRuns: 3000 },
  );
});

test("an adjustment is never nothing", () => {
  fc.assert(
    fc.property(planned, ([plan, values]) => {
      for (const { points } of compose(plan, values).adjustments) expect(points).not.toBe(0);
    }),
  );
});
