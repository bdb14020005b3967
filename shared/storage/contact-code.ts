import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { IdentityKeys } from "./identity-keys.ts";

/** The six digits that prove an address. Made from what asked for them, so that they are stored nowhere. */
export const contactCode = async (
  keys: Pick<IdentityKeys, "lookup">,
  residentId: ResidentId,
  requestId: string,
): Promise<string> => {
  const hash = Buffer.from(await keys.lookup(`contact-code ${residentId} ${requestId}`), "base64url");
  return `${hash.readUIntBE(0, 6) % 1_000_000}`.padStart(6, "0");
};
