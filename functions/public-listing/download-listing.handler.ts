import { downloadListingEndpoint } from "#shared/contract/listings.ts";
import { route } from "#shared/http/route.ts";
import { downloadListing } from "./download-listing.ts";
import { listingStores } from "./listing-stores.ts";

const { listings, termsOf } = listingStores();

export const handler = route(downloadListingEndpoint, downloadListing(listings, termsOf));
