import type { Dossier, RecordedChange } from "#shared/domain/dossier.ts";
import type { IdentityNumber } from "#shared/domain/identity-number.ts";
import type { Person, PersonName } from "#shared/domain/person.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";

/** A person who is registered. */
export interface KnownIdentity {
  readonly residentId: ResidentId;
  /** Whether this is the name given at registration; found out without opening anything. */
  isNamed(name: PersonName): Promise<boolean>;
}

/** Who the residents are. The only place of numbers and names, both encrypted. */
export interface Identities {
  find(identityNumber: IdentityNumber): Promise<KnownIdentity | undefined>;

  /** Writes the identity and the dossier that begins with it: all or nothing. `known` when the number is registered. */
  register(person: Person, dossier: Dossier, recorded: RecordedChange): Promise<"registered" | "known">;

  /** Opens the seal. */
  read(residentId: ResidentId): Promise<Person | undefined>;
}
