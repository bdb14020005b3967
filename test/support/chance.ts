/** A seeded source of choices: the same seed and number make the same choices on every machine. */
export interface Chance {
  /** A whole number from the lowest to the highest, both inclusive. */
  readonly between: (lowest: number, highest: number) => number;
  /** True so many times in a hundred. */
  readonly percent: (times: number) => boolean;
  readonly oneOf: <Item>(...items: readonly [Item, ...Item[]]) => Item;
  readonly shuffled: <Item>(items: readonly Item[]) => readonly Item[];
  /** So many items, each made anew. */
  readonly several: <Item>(count: number, make: (index: number) => Item) => readonly Item[];
}

export const chanceOf = (seed: number, number: number): Chance => {
  const next = splitMix32(mixed(seed) ^ mixed(number + 0x9e3779b9));
  const between: Chance["between"] = (lowest, highest) => lowest + Math.floor(next() * (highest - lowest + 1));
  return {
    between,
    percent: (times) => next() * 100 < times,
    oneOf: (...items) => items[between(0, items.length - 1)] ?? items[0],
    shuffled: (items) =>
      items
        .map((item) => ({ item, place: next() }))
        .sort((one, other) => one.place - other.place)
        .map(({ item }) => item),
    several: (count, make) => Array.from({ length: count }, (_, index) => make(index)),
  };
};

/** SplitMix32 (Steele, Lea and Flood 2014): numbers from 0 up to and without 1. */
const splitMix32 = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return (mixed(state) >>> 0) / 2 ** 32;
  };
};

const mixed = (word: number): number => {
  let bits = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return bits ^ (bits >>> 15);
};
