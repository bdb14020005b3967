import { previewListingEndpoint } from "#shared/contract/listing-of-applicant.ts";
import { route } from "#shared/http/route.ts";
import { listingStores } from "./listing-stores.ts";
import { previewListing } from "./preview-listing.ts";

const { listings, termsOf } = listingStores();

export const handler = route(previewListingEndpoint, previewListing(listings, termsOf));
