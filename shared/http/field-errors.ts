import type * as z from "zod";
import type { FieldError } from "#shared/domain/refusal.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Each offending field of a value once, with what to do about it. The values themselves are never quoted. */
export const fieldErrors = (error: z.ZodError, value: unknown): readonly FieldError[] => {
  const errors = new Map<string, FieldError>();
  for (const found of error.issues.flatMap((issue) => errorsOf(issue, [], value))) {
    // what is no day at all is no day from 1900 to 2099 either: the first complaint says enough
    if (!errors.has(found.field)) errors.set(found.field, found);
  }
  return [...errors.values()];
};

const errorsOf = (issue: Issue, outer: Path, value: unknown): readonly FieldError[] => {
  const path = [...outer, ...issue.path];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ field: fieldPath([...path, key]), detail: "is not known here: remove it" }));
    case "invalid_union":
      return errorsOfUnion(issue, path, value);
    case "invalid_key":
    case "invalid_element":
      return issue.issues.flatMap((inner) => errorsOf(inner, path, value));
    default:
      return [
        { field: fieldPath(path), detail: missing(value, path) ? `is required: ${issue.message}` : issue.message },
      ];
  }
};

type UnionIssue = Extract<Issue, { readonly code: "invalid_union" }>;

// of several alternatives the reader most likely meant the one that was missed by least
const errorsOfUnion = (issue: UnionIssue, path: Path, value: unknown): readonly FieldError[] => {
  const [nearest] = issue.errors.toSorted((one, other) => distance(one) - distance(other));
  if (nearest) return nearest.flatMap((inner) => errorsOf(inner, path, value));
  const choices = "options" in issue && issue.options ? `must be one of ${issue.options.join(", ")}` : issue.message;
  return [{ field: fieldPath(path), detail: missing(value, path) ? `is required: ${choices}` : choices }];
};

const distance = (issues: readonly Issue[]): number =>
  issues.reduce((total, { path }) => total + (path.length === 0 ? 1000 : 1), 0);

const missing = (value: unknown, path: Path): boolean => {
  const found = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);
  return path.length > 0 && found === undefined;
};

const isObject = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === "object" && value !== null;

/** `records[3].facts.pension[0].to`; `$` is the whole. */
const fieldPath = (path: Path): string => (path.length === 0 ? "$" : path.map(step).join("").replace(/^\./, ""));

const step = (key: PropertyKey): string => {
  if (typeof key === "number") return `[${key}]`;
  // an unknown key is the sender's own text, as long as they please
  const name = withoutPeople(String(key).slice(0, 64));
  return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
};

// an unknown key may hold what a key should not: names are written in Han characters, identity numbers in long digits
const withoutPeople = (key: string): string => key.replace(/\p{Script=Han}+|\d{6,}[\dX]*/gu, "…");
