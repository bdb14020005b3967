import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoListings } from "#shared/storage/dynamo-listings.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { type TermsOf, termsOf } from "./terms-of.ts";

/** Listings and the terms they were ranked by, of this deployment. */
export const listingStores = (): { readonly listings: Listings; readonly termsOf: TermsOf } => ({
  listings: dynamoListings(dynamo, environment("LISTINGS_TABLE")),
  termsOf: termsOf(dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE"))),
});
