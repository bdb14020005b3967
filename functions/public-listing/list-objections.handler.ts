import { listObjectionsEndpoint } from "#shared/contract/objections.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoObjections } from "#shared/storage/dynamo-objections.ts";
import { listObjections } from "./list-objections.ts";
import { listingStores } from "./listing-stores.ts";

const objections = dynamoObjections(dynamo, environment("LISTINGS_TABLE"));

export const handler = route(listObjectionsEndpoint, listObjections({ ...listingStores(), objections }));
