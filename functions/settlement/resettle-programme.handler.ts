import { resettleProgrammeEndpoint } from "#shared/contract/settlement.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoListings } from "#shared/storage/dynamo-listings.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { resettleProgramme } from "./resettle-programme.ts";
import { settlingStores } from "./settling-stores.ts";

const listings = dynamoListings(dynamo, environment("LISTINGS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(resettleProgrammeEndpoint, resettleProgramme({ ...settlingStores(), listings }), requests);
