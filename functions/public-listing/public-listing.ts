import type { Listing, ListingId } from "#shared/domain/listing.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Listings } from "#shared/storage/listings.ts";

/**
 * The listing as anyone may see it.
 * @throws Refusal listing-unknown, also while it is previewed or was replaced before it was public
 * @throws Refusal listing-ended
 */
export const publicListing = async (listings: Pick<Listings, "read">, listingId: ListingId): Promise<Listing> => {
  const listing = await listings.read(listingId);
  if (!listing?.publishedOn) throw new Refusal("listing-unknown", { listingId });
  const { state, digest, counts, closedOn } = listing;
  if (state !== "public") throw new Refusal("listing-ended", { digest, counts, closedOn: closedOn ?? listing.since });
  return listing;
};
