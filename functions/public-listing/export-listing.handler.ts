import { exportListingEndpoint } from "#shared/contract/listings.ts";
import { route } from "#shared/http/route.ts";
import { exportListing } from "./export-listing.ts";
import { listingStores } from "./listing-stores.ts";

const { listings, termsOf } = listingStores();

export const handler = route(exportListingEndpoint, exportListing(listings, termsOf));
