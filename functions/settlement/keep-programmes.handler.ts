import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoListings } from "#shared/storage/dynamo-listings.ts";
import { keepProgrammes } from "./keep-programmes.ts";
import { settlingStores } from "./settling-stores.ts";

const listings = dynamoListings(dynamo, environment("LISTINGS_TABLE"));

export const handler = keepProgrammes({ ...settlingStores(), listings, workingDays: publishedWorkingDays() });
