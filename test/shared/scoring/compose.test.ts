import { describe, expect, test } from "vitest";
import { decimal, exactPoints, type Points } from "#shared/domain/points.ts";
import { type CompositionPlan, compose } from "#shared/scoring/compose.ts";

const layer = (name: "province" | "city" | "county", indicators: number, maximum?: number) => ({
  name,
  indicators,
  maximum: maximum === undefined ? undefined : exactPoints(maximum),
});

const plan = (...layers: CompositionPlan["layers"]): CompositionPlan => ({
  layers,
  localMaximum: exactPoints(200),
  maximum: exactPoints(300),
  capOrder: "before-deductions",
  deductionScope: "total",
});

const hundredths = (...values: readonly number[]): readonly Points[] =>
  values.map((value) => (Math.sign(value) * exactPoints(Math.abs(value))) as Points);

const composed = (under: CompositionPlan, ...values: readonly number[]) => {
  const { provincialTotal, localTotal, total, adjustments } = compose(under, hundredths(...values));
  return {
    province: decimal(provincialTotal),
    local: decimal(localTotal),
    total: decimal(total),
    adjustments: adjustments.map(({ code, layer, points }) => [code, layer, decimal(points)]),
  };
};

describe("a total", () => {
  const provinceOnly = plan(layer("province", 2, 100));
  const withCounty = plan(layer("province", 1, 100), layer("county", 2));
  const threeLayers = plan(layer("province", 1, 100), layer("city", 1, 80), layer("county", 2, 150));

  test("is the sum of its lines where nothing is capped", () => {
    expect(composed(provinceOnly, 20, 8.25)).toEqual({ province: 28.25, local: 0, total: 28.25, adjustments: [] });
  });

  test("caps the provincial layer", () => {
    expect(composed(provinceOnly, 70, 40)).toEqual({
      province: 100,
      local: 0,
      total: 100,
      adjustments: [["layer-cap", "province", -10]],
    });
  });

  test("caps the local layers together at 200, and each at its own maximum before", () => {
    expect(composed(threeLayers, 50, 90, 160, 0)).toEqual({
      province: 50,
      local: 200,
      total: 250,
      adjustments: [
        ["layer-cap", "city", -10],
        ["layer-cap", "county", -10],
        ["local-cap", "local", -30],
      ],
    });
  });

  test("takes deductions after the caps", () => {
    expect(composed(withCounty, 100, 230, -40)).toEqual({
      province: 100,
      local: 160,
      total: 260,
      adjustments: [["local-cap", "local", -30]],
    });
  });

  test("takes deductions before the caps where a standard reads it so", () => {
    const deductFirst = { ...withCounty, capOrder: "after-deductions" } as const;

    expect(composed(deductFirst, 100, 230, -40)).toEqual({ province: 100, local: 190, total: 290, adjustments: [] });
  });

  test("lets deductions eat into provincial points", () => {
    expect(composed(withCounty, 30, 5, -20)).toEqual({ province: 30, local: -15, total: 15, adjustments: [] });
  });

  test("keeps deductions to the local points where a standard reads it so", () => {
    const localOnly = { ...withCounty, deductionScope: "local-only" } as const;
    const both = { ...localOnly, capOrder: "after-deductions" } as const;

    const expected = { province: 30, local: 0, total: 30, adjustments: [["local-floor", "local", 15]] };

    expect(composed(localOnly, 30, 5, -20)).toEqual(expected);
    expect(composed(both, 30, 5, -20)).toEqual(expected);
  });

  test("never falls below zero", () => {
    expect(composed(withCounty, 10, 0, -50)).toEqual({
      province: 10,
      local: -50,
      total: 0,
      adjustments: [["floor", "total", 40]],
    });
  });

  test("is at most the maximum of all layers", () => {
    const lower = { ...withCounty, maximum: exactPoints(250) };

    expect(composed(lower, 100, 180, 0)).toMatchObject({ total: 250, adjustments: [["total-cap", "total", -30]] });
  });

  test("deducts from each layer what that layer deducts", () => {
    const deducting = plan(layer("province", 2, 100), layer("city", 2, 50), layer("county", 2, 50));

    expect(composed(deducting, 90, -5, 60, -7, 60, -11)).toEqual({
      province: 85,
      local: 82,
      total: 167,
      adjustments: [
        ["layer-cap", "city", -10],
        ["layer-cap", "county", -10],
      ],
    });
  });
});
