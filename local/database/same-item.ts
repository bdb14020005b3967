import type { AttributeValue, Item } from "./item.ts";

/** Whether two versions of an item hold the same. A set has no order. */
export const sameItem = (one: Item, other: Item): boolean => {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => sameValue(one[name], other[name]));
};

const sameValue = (one: AttributeValue | undefined, other: AttributeValue | undefined): boolean => {
  if (!one || !other) return one === other;
  if ("M" in one) return "M" in other && sameItem(one.M, other.M);
  if ("L" in one) {
    return (
      "L" in other && sameLength(one.L, other.L) && one.L.every((value, index) => sameValue(value, other.L[index]))
    );
  }
  const [[type = "", value] = []] = Object.entries(one);
  const [[otherType, otherValue] = []] = Object.entries(other);
  if (type !== otherType) return false;
  if (!Array.isArray(value)) return value === otherValue;
  const members = new Set(otherValue);
  return sameLength(value, otherValue) && value.every((member) => members.has(member));
};

const sameLength = (one: readonly unknown[], other: readonly unknown[]): boolean => one.length === other.length;
