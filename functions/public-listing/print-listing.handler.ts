import { printListingEndpoint } from "#shared/contract/listings.ts";
import { route } from "#shared/http/route.ts";
import { listingStores } from "./listing-stores.ts";
import { printListing } from "./print-listing.ts";

const { listings, termsOf } = listingStores();

export const handler = route(printListingEndpoint, printListing(listings, termsOf));
