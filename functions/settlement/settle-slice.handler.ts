import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { environment } from "#shared/runtime/environment.ts";
import { chosenIdentityKeys } from "#shared/storage/chosen-identity-keys.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoApplications } from "#shared/storage/dynamo-applications.ts";
import { dynamoIdentities } from "#shared/storage/dynamo-identities.ts";
import { dynamoListings } from "#shared/storage/dynamo-listings.ts";
import { dynamoResults } from "#shared/storage/dynamo-results.ts";
import { lookingStores } from "./looking-stores.ts";
import { settleSlice } from "./settle-slice.ts";
import { settlingStores } from "./settling-stores.ts";

const tables = { applications: environment("APPLICATIONS_TABLE"), messages: environment("MESSAGES_TABLE") };
const people = { identities: environment("IDENTITIES_TABLE"), residents: environment("RESIDENTS_TABLE") };
const keys = chosenIdentityKeys();

export const handler = settleSlice({
  ...settlingStores(),
  ...lookingStores(),
  applications: dynamoApplications(dynamo, tables),
  listings: dynamoListings(dynamo, environment("LISTINGS_TABLE")),
  identities: dynamoIdentities(dynamo, people, keys),
  results: dynamoResults(dynamo, environment("RESULTS_TABLE")),
  keys,
  workingDays: publishedWorkingDays(),
  ...{ pageSize: 100, width: 16, sliceSeconds: 60 },
});
