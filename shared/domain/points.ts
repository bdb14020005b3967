import * as z from "zod";

declare const unit: unique symbol;

/** 积分. Counted in whole hundredths, so 0.25 + 0.5 is exact and sums never drift. */
export type Points = number & { readonly [unit]: "Points" };

export const noPoints = 0 as Points;

/**
 * Points from the decimal that a standard or a person writes.
 * @throws RangeError when the value is not a whole number of hundredths
 */
export const exactPoints = (value: number): Points => {
  const hundredths = Math.round(value * 100);
  if (!Number.isSafeInteger(hundredths) || hundredths / 100 !== value) {
    throw new RangeError(`${value} points is not a whole number of hundredths`);
  }
  return hundredths as Points;
};

/** The decimal that people read: at most two digits after the point. */
export const decimal = (points: Points): number => points / 100;

export const sum = (...parts: readonly Points[]): Points => {
  let total = 0;
  for (const part of parts) total += part;
  return total as Points;
};

export const minus = (points: Points, less: Points): Points => (points - less) as Points;

export const times = (count: number, each: Points): Points => (count * each) as Points;

/** 最高限. */
export const atMost = (maximum: Points, points: Points): Points => (points < maximum ? points : maximum);

/** 最低为零分. */
export const neverBelowZero = (points: Points): Points => (points > 0 ? points : noPoints);

/** Points as people write them; at most two decimals, so that they are whole hundredths. */
export const PointsValue = z
  .number()
  .min(0)
  .max(100_000)
  .refine((value) => Math.round(value * 100) / 100 === value, "must be a whole number of hundredths")
  .meta({ id: "PointsValue" });
