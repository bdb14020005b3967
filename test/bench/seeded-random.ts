/** Chance that comes out the same whenever it is asked with the same seed. */
export interface SeededRandom {
  /** A whole number between two others, both inclusive. */
  readonly between: (from: number, to: number) => number;
  /** True in so many of a hundred cases. */
  readonly percent: (chance: number) => boolean;
  /** One of several, each as likely as its weight. */
  readonly oneOf: <Choice>(weighted: readonly (readonly [weight: number, choice: Choice])[]) => Choice;
}

export const seededRandom = (seed: number): SeededRandom => {
  let state = seed;
  // mulberry32: 32 bits of state, even enough for made-up people
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    percent: (chance) => next() * 100 < chance,
    oneOf: (weighted) => {
      let left = next() * weighted.reduce((total, [weight]) => total + weight, 0);
      for (const [weight, choice] of weighted) {
        left -= weight;
        if (left < 0) return choice;
      }
      throw new Error("nothing to choose from");
    },
  };
};
