import type { Call } from "#shared/contract/endpoint.ts";
import type { exportListingEndpoint } from "#shared/contract/listings.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { exportText } from "./export-text.ts";
import { entriesOfPart, partIn, perExport } from "./parts.ts";
import { publicListing } from "./public-listing.ts";
import type { TermsOf } from "./terms-of.ts";

/** What anyone repeats the ranking from. */
export const exportListing =
  (listings: Pick<Listings, "read" | "entries">, termsOf: TermsOf) =>
  async ({ params: { listingId }, query }: Call<typeof exportListingEndpoint>) => {
    const listing = await publicListing(listings, listingId);
    const asked = partIn(listing, perExport, query);
    const read = (request: Parameters<Listings["entries"]>[2]) => listings.entries(listingId, asked.revision, request);
    const entries = (await entriesOfPart(read, asked.part, perExport)).map((entry) => ({ entry }));
    const content = exportText(listing, await termsOf(listing), { ...asked, entries });
    return { status: 200, text: { mediaType: "application/x-ndjson", content } };
  };
