import type { Call } from "#shared/contract/endpoint.ts";
import type { previewListingEndpoint } from "#shared/contract/listing-of-applicant.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { listingPage } from "./listing-page.ts";
import { officeListing } from "./office-listing.ts";
import type { TermsOf } from "./terms-of.ts";

/** What the public will see, or has seen, for those who answer for it. */
export const previewListing =
  (listings: Pick<Listings, "read" | "entries">, termsOf: TermsOf) =>
  async ({ params: { listingId }, query, caller }: Call<typeof previewListingEndpoint>) => {
    const { listing, terms } = await officeListing(listings, termsOf, { listingId, caller });
    return { status: 200, body: await listingPage(listings, listing, terms, query) };
  };
