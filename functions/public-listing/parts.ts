import type { Listing } from "#shared/domain/listing.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { toCursor } from "#shared/storage/cursor.ts";
import { entryPlace } from "#shared/storage/listing-items.ts";
import type { Page, PageRequest } from "#shared/storage/scores.ts";

/** A function answers with 6 MB at most; an entry with what is behind it takes some 700 bytes. */
export const perExport = 5_000;
/** What a browser prints in one go. */
export const perPage = 1_000;

/** An empty listing has one part too. */
export const partsOf = (counts: Listing["counts"], perPart: number): number =>
  Math.max(1, Math.ceil(Object.values(counts).reduce((sum, count) => sum + count, 0) / perPart));

/** @throws Refusal invalid-request when there is no such part, or no such revision */
export const partIn = (
  { counts, revision: last }: Pick<Listing, "counts" | "revision">,
  perPart: number,
  { part, revision = last }: { readonly part: number; readonly revision?: number },
): { readonly part: number; readonly revision: number; readonly isLast: boolean } => {
  const parts = partsOf(counts, perPart);
  const errors = [
    ...(part > parts ? [{ field: "part", detail: `must be a part from 1 to ${parts}` }] : []),
    ...(revision > last ? [{ field: "revision", detail: `must be a revision from 1 to ${last}` }] : []),
  ];
  if (errors.length > 0) throw new Refusal("invalid-request", { errors });
  return { part, revision, isLast: part === parts };
};

/** The entries of one part; a table's page ends at a megabyte, however many were asked for. */
export const entriesOfPart = async <Entry>(
  read: (request: PageRequest) => Promise<Page<Entry>>,
  part: number,
  perPart: number,
): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  let cursor = part === 1 ? undefined : toCursor(entryPlace((part - 1) * perPart));
  do {
    const page = await read({ limit: perPart - entries.length, ...(cursor !== undefined && { cursor }) });
    entries.push(...page.entries);
    cursor = page.cursor;
  } while (cursor !== undefined && entries.length < perPart);
  return entries;
};
