import { proveListingEntryEndpoint } from "#shared/contract/listings.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoListings } from "#shared/storage/dynamo-listings.ts";
import { proveListingEntry } from "./prove-listing-entry.ts";

const listings = dynamoListings(dynamo, environment("LISTINGS_TABLE"));

export const handler = route(proveListingEntryEndpoint, proveListingEntry(listings));
