import { registerResidentEndpoint } from "#shared/contract/register-resident.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { chosenIdentityKeys } from "#shared/storage/chosen-identity-keys.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoIdentities } from "#shared/storage/dynamo-identities.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { registerResident } from "./register-resident.ts";

const tables = { identities: environment("IDENTITIES_TABLE"), residents: environment("RESIDENTS_TABLE") };
const identities = dynamoIdentities(dynamo, tables, chosenIdentityKeys());
const residents = dynamoResidents(dynamo, tables.residents);
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const register = registerResident({ identities, residents }, { now, today });

export const handler = route(registerResidentEndpoint, register, requests);
