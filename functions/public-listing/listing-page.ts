import type { ListingPage } from "#shared/contract/listing-answer.ts";
import type { Listing } from "#shared/domain/listing.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { entryAnswer, listingAnswer } from "./listing-answer.ts";

interface Asked {
  readonly limit: number;
  /** The revision, and the cursor of its entries. */
  readonly cursor?: string;
  readonly revision?: number;
}

/** One page of entries. Its cursor names the revision: nobody gets half of one and half of the next. */
export const listingPage = async (
  listings: Pick<Listings, "entries">,
  listing: Listing,
  terms: ProgrammeTerms,
  { limit, cursor, revision: wanted = listing.revision }: Asked,
): Promise<ListingPage> => {
  const [of, after] = cursor?.split(".") ?? [];
  const revision = of === undefined ? wanted : Number(of);
  if (revision > listing.revision) {
    const field = of === undefined ? "revision" : "cursor";
    throw new Refusal("invalid-request", {
      errors: [{ field, detail: `must be of a revision from 1 to ${listing.revision}` }],
    });
  }
  const page = await listings.entries(listing.listingId, revision, {
    limit,
    ...(after !== undefined && { cursor: after }),
  });
  return {
    listing: listingAnswer(listing, terms),
    revision,
    entries: page.entries.map(entryAnswer),
    next: page.cursor === undefined ? null : `${revision}.${page.cursor}`,
  };
};
