/** Draws that come out the same for the same seed and number, on every machine. */
export interface Draw {
  /** A whole number from the lowest to the highest, both inclusive. */
  readonly between: (lowest: number, highest: number) => number;
  /** True in so many cases of a hundred. */
  readonly percent: (cases: number) => boolean;
  /** One of these, each as often as its weight says. */
  readonly weighted: <Item>(...choices: readonly (readonly [weight: number, item: Item])[]) => Item;
}

export const drawOf = (seed: number, number: number): Draw => {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (lowest, highest) => lowest + Math.floor(next() * (highest - lowest + 1)),
    percent: (cases) => next() * 100 < cases,
    weighted: (...choices) => {
      let left = next() * choices.reduce((total, [weight]) => total + weight, 0);
      for (const [weight, item] of choices) {
        left -= weight;
        if (left < 0) return item;
      }
      throw new Error("nothing to choose from");
    },
  };
};
