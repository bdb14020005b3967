import { hash } from "node:crypto";
import { canonicalJson } from "#shared/domain/canonical-json.ts";
import type { EntrySecret } from "#shared/domain/listing.ts";
import { comparableName, type PersonName } from "#shared/domain/person.ts";

/** Names somebody to whoever knows salt and name already, and nobody to anyone else. */
export const nameSealOf = (salt: string, name: PersonName): string =>
  hash("sha256", canonicalJson({ salt, name: comparableName(name) }));

/**
 * What an entry commits to, once and for all: whose it is and what ties were broken by. Whoever gets the salt can check
 * it; nobody can find another person or other values that fit.
 */
export const commitmentOf = ({
  salt,
  nameSeal,
  residentId,
  values,
}: Pick<EntrySecret, "salt" | "nameSeal" | "residentId" | "values">): string =>
  hash("sha256", canonicalJson({ salt, nameSeal, residentId, values }));
