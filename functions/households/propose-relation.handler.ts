import { proposeRelationEndpoint } from "#shared/contract/households.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { chosenIdentityKeys } from "#shared/storage/chosen-identity-keys.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoIdentities } from "#shared/storage/dynamo-identities.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { keepingStores } from "./keeping-stores.ts";
import { proposeRelation } from "./propose-relation.ts";

const keys = chosenIdentityKeys();
const tables = { identities: environment("IDENTITIES_TABLE"), residents: environment("RESIDENTS_TABLE") };
const proposing = { ...keepingStores(), identities: dynamoIdentities(dynamo, tables, keys), keys };
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(proposeRelationEndpoint, proposeRelation(proposing), requests);
