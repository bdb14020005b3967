import type { ContactStanding } from "#shared/contract/contact-point.ts";
import { ContactAddress, type ContactPoint, expiryOf, masked, openRequest } from "#shared/domain/contact-point.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { IdentityKeys } from "#shared/storage/identity-keys.ts";

/** What those are shown of a contact point whom it concerns. */
export const contactStanding = async (
  keys: Pick<IdentityKeys, "open">,
  contact: ContactPoint | undefined,
  { residentId, at }: { readonly residentId: ResidentId; readonly at: Instant },
): Promise<ContactStanding> => {
  const shown = async (sealed: string) => {
    const address = await openedAddress(keys, sealed, residentId);
    return { channel: address.channel, address: masked(address) };
  };
  const { verified } = contact ?? {};
  const asked = openRequest(contact, at);
  return {
    residentId,
    verified: verified
      ? { ...(await shown(verified.sealed)), language: verified.language, verifiedAt: verified.verifiedAt }
      : null,
    asked: asked
      ? {
          ...(await shown(asked.sealed)),
          language: asked.language,
          codeGoodUntil: expiryOf(asked),
          triesLeft: asked.triesLeft,
        }
      : null,
  };
};

export const openedAddress = async (
  keys: Pick<IdentityKeys, "open">,
  sealed: string,
  residentId: ResidentId,
): Promise<ContactAddress> => ContactAddress.parse(JSON.parse(await keys.open(sealed, residentId)));
