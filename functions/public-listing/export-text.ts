import type { Listing, ListingEntry } from "#shared/domain/listing.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import {
  type ExportedSecret,
  exportEnd,
  exportHead,
  exportLine,
  type ListingHead,
} from "#shared/ranking/listing-export.ts";

interface Lines {
  readonly part: number;
  readonly isLast: boolean;
  readonly revision: number;
  readonly entries: readonly { readonly entry: ListingEntry; readonly secret?: ExportedSecret }[];
}

/** One part of an export: the first begins with the head, the last ends with the digest. */
export const exportText = (
  listing: Listing,
  terms: ProgrammeTerms,
  { part, isLast, revision, entries }: Lines,
): string => {
  const { digest, counts } = listing.earlier[revision - 1] ?? listing;
  return [
    ...(part === 1 ? [exportHead(headOf({ ...listing, revision, counts }, terms))] : []),
    ...entries.map(({ entry, secret }) => exportLine(entry, secret)),
    ...(isLast ? [exportEnd(digest)] : []),
  ].join("");
};

/** What the digest of a revision begins with. */
export const headOf = (
  { listingId, programmeId, round, revision, counts, seed, left }: Listing,
  terms: ProgrammeTerms,
): ListingHead => ({ listingId, programmeId, round, revision, counts, terms, seed, ...(left && { left }) });
