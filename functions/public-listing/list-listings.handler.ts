import { listListingsEndpoint } from "#shared/contract/listings.ts";
import { route } from "#shared/http/route.ts";
import { listListings } from "./list-listings.ts";
import { listingStores } from "./listing-stores.ts";

const { listings, termsOf } = listingStores();

export const handler = route(listListingsEndpoint, listListings(listings, termsOf));
