import type { IdentityNumber } from "#shared/domain/identity-number.ts";
import { comparableName, type PersonName } from "#shared/domain/person.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { IdentityKeys } from "./identity-keys.ts";

/** What a number is looked up by. */
export const numberHash = (keys: IdentityKeys, identityNumber: IdentityNumber): Promise<string> =>
  keys.lookup(`number ${identityNumber}`);

/** What a name is compared by; with the resident in it, so that namesakes don't show. */
export const nameHash = (keys: IdentityKeys, residentId: ResidentId, name: PersonName): Promise<string> =>
  keys.lookup(`name ${residentId} ${comparableName(name)}`);
