import type * as z from "zod";
import type { ListingEntry } from "#shared/domain/listing.ts";
import type { Difference } from "./difference.ts";
import { ExportedEnd, ExportedEntry, ExportedHead } from "./exported-listing.ts";
import type { ExportedSecret } from "./listing-export.ts";

/** An export as it was read. */
export interface ReadExport {
  readonly head: ExportedHead;
  readonly headText: string;
  readonly entries: readonly ReadEntry[];
  /** The digest that it states of itself. */
  readonly digest: string;
}

export interface ReadEntry {
  /** Of the file, the first is 1. */
  readonly line: number;
  readonly text: string;
  readonly entry: ListingEntry;
  readonly secret?: ExportedSecret;
}

type Unreadable = Extract<Difference, { kind: "unreadable" }>;

/** The export, or what of it cannot be read. */
export const readExport = (text: string): ReadExport | readonly Unreadable[] => {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  const [headText = "", ...rest] = lines;
  const endText = rest.pop() ?? "";
  const head = read(ExportedHead, headText, 1);
  const end = readEnd(endText, Math.max(lines.length, 1));
  const entries = rest.map((entryText, at) => readEntry(entryText, at + 2, "why" in head ? undefined : head));
  const unreadable = [head, ...entries, end].filter((part): part is Unreadable => "why" in part);
  if ("why" in head || "why" in end || unreadable.length > 0) return unreadable;
  return {
    head,
    headText,
    entries: entries.filter((entry): entry is ReadEntry => "entry" in entry),
    digest: end.digest,
  };
};

const readEnd = (text: string, line: number): z.output<typeof ExportedEnd> | Unreadable => {
  const end = read(ExportedEnd, text, line);
  return "why" in end ? { ...end, why: "the last line must hold the digest: is a part of the export missing?" } : end;
};

const readEntry = (text: string, line: number, head: ExportedHead | undefined): ReadEntry | Unreadable => {
  const entry = read(ExportedEntry, text, line);
  if ("why" in entry) return entry;
  const { check: _, secret, ...content } = entry;
  const stray = content.wishes.find((wish) => head && !head.terms.offers.some(({ code }) => code === wish));
  if (stray !== undefined) return { kind: "unreadable", line, why: `wishes: the terms offer no ${stray}` };
  return { line, text, entry: content, ...(secret && { secret }) };
};

const read = <Schema extends z.ZodType>(schema: Schema, text: string, line: number): z.output<Schema> | Unreadable => {
  const parsed = schema.safeParse(jsonIn(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return { kind: "unreadable", line, why: [issue?.path.join("."), issue?.message].filter(Boolean).join(": ") };
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
