import { createHash } from "node:crypto";

/** What happened, in order; put into words only when somebody reads it. */
export interface Trace {
  readonly write: (who: string, what: string, given?: readonly unknown[], came?: unknown) => void;
  readonly text: () => string;
  readonly length: () => number;
  readonly digest: () => string;
}

export const createTrace = (): Trace => {
  const lines: (readonly [who: string, what: string, given: readonly unknown[], came: unknown])[] = [];
  const text = () => withoutChance(lines.map(([who, what, given, came]) => lineOf(who, what, given, came)).join("\n"));
  return {
    write: (who, what, given = [], came) => lines.push([who, what, given, came]),
    text,
    length: () => lines.length,
    digest: () => createHash("sha256").update(text()).digest("hex").slice(0, 16),
  };
};

const lineOf = (who: string, what: string, given: readonly unknown[], came: unknown): string => {
  const with_ = given.length === 0 ? "" : `(${given.map(brief).join(", ")})`;
  return `${who.padEnd(24)} ${what}${with_}${came === undefined ? "" : ` → ${brief(came)}`}`;
};

const longest = 180;

const brief = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const text = JSON.stringify(value, withoutBulk) ?? "nothing";
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

/** What one reads a trace for, and not the whole of a dossier. */
const withoutBulk = (key: string, value: unknown): unknown =>
  bulky.has(key) ? undefined : key === "event" || !isWithVersion(value) ? value : { version: value.version };

const bulky = new Set(["lines", "changes", "digest", "missing", "residentId", "provincialTotal", "departments"]);

const isWithVersion = (value: unknown): value is { readonly version: number } =>
  typeof value === "object" && value !== null && "version" in value && "permitEvents" in value;

/** Ids drawn at random by the code under test, by the order in which they first appear. */
const withoutChance = (text: string): string => {
  const names = new Map<string, string>();
  return text.replace(/\bj-[0-9a-z]{26}\b|[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => {
    const name = names.get(id) ?? `j-${names.size + 1}`;
    names.set(id, name);
    return name;
  });
};
