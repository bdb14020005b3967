import type { CertificateStatement } from "#shared/domain/letter.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Identities } from "#shared/storage/identities.ts";

/** To whom a letter is addressed, as far as it is printed. */
export type Holder = Pick<CertificateStatement, "name" | "identityNumber">;

/** @throws Error for somebody who has a dossier and no identity: they are registered together */
export const holderOf = async (identities: Pick<Identities, "read">, residentId: ResidentId): Promise<Holder> => {
  const person = await identities.read(residentId);
  if (!person) throw new Error("a resident has no identity");
  const { name, identityNumber } = person;
  return { name, identityNumber: `${identityNumber.slice(0, 3)}${"*".repeat(11)}${identityNumber.slice(-4)}` };
};
