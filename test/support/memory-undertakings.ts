import type { Undertaking } from "#shared/domain/undertaking.ts";
import type { Undertakings } from "#shared/storage/undertakings.ts";

/** Undertakings for tests of what stands on them; they pass the same cases as the table. */
export const memoryUndertakings = (): Undertakings => {
  const given = new Map<string, Undertaking>();
  return {
    read: async (residentId, version) => given.get(`${residentId} ${version}`),

    record: async (undertaking) => {
      const key = `${undertaking.residentId} ${undertaking.version}`;
      const standing = given.get(key);
      if (standing) return { undertaking: standing, isNew: false };
      given.set(key, undertaking);
      return { undertaking, isNew: true };
    },
  };
};
