import type { Person } from "#shared/domain/person.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Identities } from "#shared/storage/identities.ts";
import { nameHash, numberHash } from "#shared/storage/identity-hashes.ts";
import type { IdentityKeys } from "#shared/storage/identity-keys.ts";
import type { Residents } from "#shared/storage/residents.ts";

/** Identities for tests of what stands on them; it passes the same cases as the table. */
export const memoryIdentities = (residents: Pick<Residents, "append">, keys: IdentityKeys): Identities => {
  const lookups = new Map<string, { readonly residentId: ResidentId; readonly nameHash?: string }>();
  const sealed = new Map<ResidentId, string>();

  const find: Identities["find"] = async (identityNumber) => {
    const found = lookups.get(await numberHash(keys, identityNumber));
    if (!found) return undefined;
    const { residentId, nameHash: registered } = found;
    return {
      residentId,
      isRegistered: registered !== undefined,
      isNamed: async (name) => registered === undefined || (await nameHash(keys, residentId, name)) === registered,
    };
  };

  return {
    find,

    admit: async (person, residentId) => {
      const number = await numberHash(keys, person.identityNumber);
      const seal = await keys.seal(JSON.stringify(person), residentId);
      if (!lookups.has(number)) {
        lookups.set(number, { residentId });
        sealed.set(residentId, seal);
      }
      const known = await find(person.identityNumber);
      if (!known) throw new Error("whoever is admitted is known");
      return known;
    },

    register: async (person, dossier, recorded) => {
      const { residentId } = dossier;
      const number = await numberHash(keys, person.identityNumber);
      const name = await nameHash(keys, residentId, person.name);
      const seal = await keys.seal(JSON.stringify(person), residentId);
      const standing = lookups.get(number);
      if (standing && (standing.nameHash !== undefined || standing.residentId !== residentId)) return "known";
      lookups.set(number, { residentId, nameHash: name });
      sealed.set(residentId, seal);
      await residents.append(dossier, recorded);
      return "registered";
    },

    read: async (residentId) => {
      const seal = sealed.get(residentId);
      return seal === undefined ? undefined : (JSON.parse(await keys.open(seal, residentId)) as Person);
    },
  };
};
