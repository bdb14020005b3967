import { resolveResidentEndpoint } from "#shared/contract/resolve-resident.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { chosenIdentityKeys } from "#shared/storage/chosen-identity-keys.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoIdentities } from "#shared/storage/dynamo-identities.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { resolveResident } from "./resolve-resident.ts";

const tables = { identities: environment("IDENTITIES_TABLE"), residents: environment("RESIDENTS_TABLE") };
const identities = dynamoIdentities(dynamo, tables, chosenIdentityKeys());
const residents = dynamoResidents(dynamo, tables.residents);

export const handler = route(resolveResidentEndpoint, resolveResident({ identities, residents, today }));
