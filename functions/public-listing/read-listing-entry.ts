import type { Call } from "#shared/contract/endpoint.ts";
import type { readListingEntryEndpoint } from "#shared/contract/listings.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { entryAnswer } from "./listing-answer.ts";
import { publicListing } from "./public-listing.ts";

/** Whoever knows the number may see what everyone sees of it. */
export const readListingEntry =
  (listings: Pick<Listings, "read" | "entry">) =>
  async ({ params: { listingId, applicationNumber } }: Call<typeof readListingEntryEndpoint>) => {
    const { revision } = await publicListing(listings, listingId);
    const found = await listings.entry(listingId, revision, applicationNumber);
    if (!found) throw new Refusal("listing-entry-unknown", { applicationNumber });
    return { status: 200, body: entryAnswer(found.entry) };
  };
