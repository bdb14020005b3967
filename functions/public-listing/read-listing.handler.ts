import { readListingEndpoint } from "#shared/contract/listings.ts";
import { route } from "#shared/http/route.ts";
import { listingStores } from "./listing-stores.ts";
import { readListing } from "./read-listing.ts";

const { listings, termsOf } = listingStores();

export const handler = route(readListingEndpoint, readListing(listings, termsOf));
