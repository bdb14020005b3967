import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  atMost,
  decimal,
  exactPoints,
  minus,
  neverBelowZero,
  noPoints,
  PointsValue,
  sum,
  times,
} from "#shared/domain/points.ts";

describe("points", () => {
  test("are whole hundredths: 0.1 and 0.2 make exactly 0.3", () => {
    expect(decimal(sum(exactPoints(0.1), exactPoints(0.2)))).toBe(0.3);
  });

  test.each([0.001, 0.005, 1.005, 0.125, Number.NaN, Number.POSITIVE_INFINITY, 1e300])(
    "refuse %d, which is no whole number of hundredths",
    (value) => {
      expect(() => exactPoints(value)).toThrow(RangeError);
      expect(PointsValue.safeParse(value).success).toBe(false);
    },
  );

  test("survive every decimal of at most two digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (hundredths) => {
        const written = Number(`${Math.floor(hundredths / 100)}.${`${hundredths % 100}`.padStart(2, "0")}`);

        expect(PointsValue.safeParse(written).success).toBe(true);
        expect(exactPoints(written)).toBe(hundredths);
        expect(decimal(exactPoints(written))).toBe(written);
      }),
    );
  });

  test("multiply exactly: 119 months at 0.25", () => {
    expect(decimal(times(119, exactPoints(0.25)))).toBe(29.75);
  });

  test("go up to a maximum and not below zero", () => {
    const [five, six] = [exactPoints(5), exactPoints(6)];

    expect(atMost(five, six)).toBe(five);
    expect(atMost(six, five)).toBe(five);
    expect(neverBelowZero(minus(five, six))).toBe(noPoints);
    expect(neverBelowZero(minus(six, five))).toBe(exactPoints(1));
  });

  test("are never minus nothing", () => {
    expect(Object.is(minus(noPoints, noPoints), 0)).toBe(true);
    expect(Object.is(times(0, exactPoints(0.25)), 0)).toBe(true);
  });
});
