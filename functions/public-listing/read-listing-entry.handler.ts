import { readListingEntryEndpoint } from "#shared/contract/listings.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoListings } from "#shared/storage/dynamo-listings.ts";
import { readListingEntry } from "./read-listing-entry.ts";

const listings = dynamoListings(dynamo, environment("LISTINGS_TABLE"));

export const handler = route(readListingEntryEndpoint, readListingEntry(listings));
