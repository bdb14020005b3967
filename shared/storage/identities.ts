import type { Dossier, RecordedChange } from "#shared/domain/dossier.ts";
import type { IdentityNumber } from "#shared/domain/identity-number.ts";
import type { Person, PersonName } from "#shared/domain/person.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";

/** A person who has an id. */
export interface KnownIdentity {
  readonly residentId: ResidentId;
  /** Whether public security has registered them; whoever is only admitted has no dossier, and any name is theirs. */
  readonly isRegistered: boolean;
  /** Whether this is the name given at registration; found out without opening anything. */
  isNamed(name: PersonName): Promise<boolean>;
}

/** Who the residents are. The only place of numbers and names, both encrypted. */
export interface Identities {
  find(identityNumber: IdentityNumber): Promise<KnownIdentity | undefined>;

  /** The person's id; one whom nobody has registered gets this one, without a dossier, and keeps it ever after. */
  admit(person: Person, residentId: ResidentId): Promise<KnownIdentity>;

  /**
   * Writes the identity and the dossier that begins with it: all or nothing. Whoever was admitted is registered under the
   * id they have, now with the name given here. `known` when the number has another id, or is registered.
   */
  register(person: Person, dossier: Dossier, recorded: RecordedChange): Promise<"registered" | "known">;

  /** Opens the seal. */
  read(residentId: ResidentId): Promise<Person | undefined>;
}
