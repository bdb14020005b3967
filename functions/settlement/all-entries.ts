import type { ListingEntry, ListingId } from "#shared/domain/listing.ts";
import type { Listings } from "#shared/storage/listings.ts";

/** The entries of a revision in the order in which they stand, page by page. */
export async function* allEntries(
  listings: Pick<Listings, "entries">,
  listingId: ListingId,
  revision: number,
): AsyncGenerator<readonly ListingEntry[]> {
  let cursor: string | undefined;
  do {
    const page = await listings.entries(listingId, revision, { limit: 500, cursor });
    yield page.entries;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
