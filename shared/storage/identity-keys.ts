import type { ResidentId } from "#shared/domain/resident-id.ts";

/** The keys that keep numbers and names apart from everything else: on AWS in KMS and a secret, on one machine in a file. */
export interface IdentityKeys {
  /** Encrypts; only the same resident's `open` reads it again. */
  seal(text: string, residentId: ResidentId): Promise<string>;

  /** @throws Error when it was sealed for another resident or under another key, or has been changed since */
  open(sealed: string, residentId: ResidentId): Promise<string>;

  /** A keyed hash: the same text gives the same hash, and without the key nobody can try texts out. */
  lookup(text: string): Promise<string>;
}
