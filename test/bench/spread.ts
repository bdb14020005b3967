/** A figure taken many times: its median, and how far it ranged. */
export interface Spread {
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
}

export const spreadOf = (figures: readonly number[]): Spread => {
  const sorted = figures.toSorted((one, other) => one - other);
  const at = (place: number): number => sorted[place] ?? Number.NaN;
  return { median: at(sorted.length >> 1), minimum: at(0), maximum: at(sorted.length - 1) };
};
