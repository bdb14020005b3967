import type { Call } from "#shared/contract/endpoint.ts";
import type { auditListingEndpoint } from "#shared/contract/listing-of-applicant.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { exportText } from "./export-text.ts";
import { officeListing } from "./office-listing.ts";
import { entriesOfPart, partIn, perExport } from "./parts.ts";
import type { TermsOf } from "./terms-of.ts";

/** The same lines as everyone gets, with what is behind them. */
export const auditListing =
  (listings: Pick<Listings, "read" | "entriesWithSecrets">, termsOf: TermsOf) =>
  async ({ params: { listingId }, query, caller }: Call<typeof auditListingEndpoint>) => {
    const { listing, terms } = await officeListing(listings, termsOf, { listingId, caller });
    const asked = partIn(listing, perExport, query);
    const read = (request: Parameters<Listings["entries"]>[2]) =>
      listings.entriesWithSecrets(listingId, asked.revision, request);
    const entries = await entriesOfPart(read, asked.part, perExport);
    const content = exportText(listing, terms, { ...asked, entries });
    return { status: 200, text: { mediaType: "application/x-ndjson", content } };
  };
