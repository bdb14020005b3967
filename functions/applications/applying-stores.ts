import { environment } from "#shared/runtime/environment.ts";
import { chosenIdentityKeys } from "#shared/storage/chosen-identity-keys.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoHouseholds } from "#shared/storage/dynamo-households.ts";
import { dynamoMaterials } from "#shared/storage/dynamo-materials.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoUndertakings } from "#shared/storage/dynamo-undertakings.ts";
import { applicationStores } from "./application-stores.ts";
import type { Applying } from "./applying.ts";

/** What whoever says what they ask for needs, on the tables of this deployment. */
export const applyingStores = (): Applying => ({
  ...applicationStores(environment("MESSAGES_TABLE")),
  residents: dynamoResidents(dynamo, environment("RESIDENTS_TABLE")),
  households: dynamoHouseholds(dynamo, { households: environment("HOUSEHOLDS_TABLE") }),
  materials: dynamoMaterials(dynamo, environment("MATERIALS_TABLE")),
  undertakings: dynamoUndertakings(dynamo, environment("REVIEWS_TABLE")),
  keys: chosenIdentityKeys(),
});
