import { readHouseholdEndpoint } from "#shared/contract/households.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { chosenIdentityKeys } from "#shared/storage/chosen-identity-keys.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoHouseholds } from "#shared/storage/dynamo-households.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { readHousehold } from "./read-household.ts";

const households = dynamoHouseholds(dynamo, { households: environment("HOUSEHOLDS_TABLE") });
const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));

export const handler = route(
  readHouseholdEndpoint,
  readHousehold({ households, residents, keys: chosenIdentityKeys(), today }),
);
