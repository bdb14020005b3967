import { identitiesCases } from "#test/shared/storage/identities.cases.ts";
import { memoryIdentities } from "./memory-identities.ts";
import { memoryResidents } from "./memory-residents.ts";
import { testIdentityKeys } from "./test-identity-keys.ts";

identitiesCases(async () => {
  const residents = memoryResidents();
  return { residents, identities: memoryIdentities(residents, await testIdentityKeys()) };
});
