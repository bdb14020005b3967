import type { FactPatch } from "./fact-patch.ts";

/** Two wishes for one fact as one; of a birth date the later one. */
export const mergedPatch = (one: FactPatch, other: FactPatch): FactPatch => {
  if (one.fact === "birthDate" || other.fact === "birthDate" || one.fact !== other.fact) return other;
  const { fact } = one;
  return { fact, add: union(one.add, other.add), remove: union(one.remove, other.remove) } as FactPatch;
};

/** What both want; nothing where they agree on nothing. */
export const commonPatch = (one: FactPatch, other: FactPatch): FactPatch | undefined => {
  if (one.fact !== other.fact) return undefined;
  if (one.fact === "birthDate" || other.fact === "birthDate") return textOf(one) === textOf(other) ? one : undefined;
  const add = shared(one.add, other.add);
  const remove = shared(one.remove, other.remove);
  return add.length + remove.length > 0 ? ({ fact: one.fact, add, remove } as FactPatch) : undefined;
};

export const isSamePatch = (one: FactPatch, other: FactPatch): boolean => {
  if (one.fact === "birthDate" || other.fact === "birthDate") return textOf(one) === textOf(other);
  return one.fact === other.fact && isSameSet(one.add, other.add) && isSameSet(one.remove, other.remove);
};

const union = (one: readonly object[], other: readonly object[]): readonly object[] => [
  ...one,
  ...other.filter((item) => !has(one, item)),
];

const shared = (one: readonly object[], other: readonly object[]): readonly object[] =>
  one.filter((item) => has(other, item));

const isSameSet = (one: readonly object[], other: readonly object[]): boolean =>
  one.every((item) => has(other, item)) && other.every((item) => has(one, item));

const has = (items: readonly object[], item: object): boolean => items.some((other) => textOf(other) === textOf(item));

// both were parsed by one schema, so their fields stand in one order
const textOf = (value: object): string => JSON.stringify(value);
