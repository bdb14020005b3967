import type { Call } from "#shared/contract/endpoint.ts";
import type { readListingEndpoint } from "#shared/contract/listings.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { listingPage } from "./listing-page.ts";
import { publicListing } from "./public-listing.ts";
import type { TermsOf } from "./terms-of.ts";

/** 公示: what everyone sees. */
export const readListing =
  (listings: Pick<Listings, "read" | "entries">, termsOf: TermsOf) =>
  async ({ params, query }: Call<typeof readListingEndpoint>) => {
    const listing = await publicListing(listings, params.listingId);
    return { status: 200, body: await listingPage(listings, listing, await termsOf(listing), query) };
  };
