import type { Condition, FilterPattern } from "../template/filter-pattern.ts";

/** Whether Lambda's event filtering lets something through: every key of the pattern must match. */
export const matchesFilter = (pattern: FilterPattern, value: unknown): boolean =>
  Object.entries(pattern).every(([key, wanted]) => {
    const found = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return isConditions(wanted) ? matchesAny(wanted, found) : matchesFilter(wanted, found);
  });

const matchesAny = (conditions: readonly Condition[], found: unknown): boolean =>
  // a list matches by any of its elements
  (Array.isArray(found) ? found : [found]).some((value) => conditions.some((condition) => holds(condition, value)));

const holds = (condition: Condition, value: unknown): boolean => {
  if (typeof condition !== "object" || condition === null) return condition === value;
  // only a leaf is said to exist
  if ("exists" in condition) return condition.exists === (value !== undefined && !isObject(value));
  if ("prefix" in condition) return typeof value === "string" && value.startsWith(condition.prefix);
  const unwanted: readonly unknown[] = condition["anything-but"];
  return value !== undefined && !isObject(value) && !unwanted.includes(value);
};

const isConditions = (wanted: FilterPattern | readonly Condition[]): wanted is readonly Condition[] =>
  Array.isArray(wanted);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
