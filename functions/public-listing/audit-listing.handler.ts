import { auditListingEndpoint } from "#shared/contract/listing-of-applicant.ts";
import { route } from "#shared/http/route.ts";
import { auditListing } from "./audit-listing.ts";
import { listingStores } from "./listing-stores.ts";

const { listings, termsOf } = listingStores();

export const handler = route(auditListingEndpoint, auditListing(listings, termsOf));
