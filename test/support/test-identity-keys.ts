import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileIdentityKeys } from "#shared/storage/file-identity-keys.ts";
import type { IdentityKeys } from "#shared/storage/identity-keys.ts";

/** A place for keys that nobody else uses. */
export const newKeyFile = async (): Promise<string> =>
  join(await mkdtemp(join(tmpdir(), "identity-keys-")), "keys.json");

/** Real keys, fresh ones each time. */
export const testIdentityKeys = async (): Promise<IdentityKeys> => fileIdentityKeys(await newKeyFile());
