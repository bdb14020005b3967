import { isDeepStrictEqual } from "node:util";
import { visiblePerson } from "#shared/access/visible-person.ts";
import type { ContactStanding, changeContactPointEndpoint } from "#shared/contract/contact-point.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import { askedFor, type ContactAddress, type ContactPoint, type Language } from "#shared/domain/contact-point.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { opaqueId } from "#shared/runtime/opaque-id.ts";
import type { IdentityKeys } from "#shared/storage/identity-keys.ts";
import { messageFor } from "#shared/storage/message-for.ts";
import { type ContactDesk, mostAttempts } from "./contact-desk.ts";
import { contactStanding, openedAddress } from "./contact-standing.ts";

/** Names another address, and has a code sent there; or the verified one in another language. */
export const changeContactPoint =
  ({ residents, contacts, keys, today, now }: ContactDesk<"open" | "seal">) =>
  async ({
    params: { residentId },
    body: { contact, language },
    caller,
  }: Call<typeof changeContactPointEndpoint>): Promise<{ status: 200 | 202; body: ContactStanding }> => {
    await visiblePerson(residents, caller, residentId, today());
    const at = now();
    const sealed = await keys.seal(JSON.stringify(contact), residentId);

    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const before = await contacts.read(residentId);
      const kept = await inAnotherLanguage(keys, before, contact, language);
      const requestId = opaqueId("c");
      const after = kept ?? askedFor(before, { residentId, requestId, sealed, language, askedAt: at });
      const code = messageFor({
        residentId,
        kind: "contact-code",
        parameters: { requestId },
        occasion: requestId,
        at,
        on: today(),
      });
      if ((await contacts.save(after, kept ? undefined : code)) === "saved") {
        return { status: kept ? 200 : 202, body: await contactStanding(keys, after, { residentId, at }) };
      }
    }
    throw new Refusal("contact-busy", {});
  };

/** The address is proven already. */
const inAnotherLanguage = async (
  keys: Pick<IdentityKeys, "open">,
  before: ContactPoint | undefined,
  contact: ContactAddress,
  language: Language,
): Promise<ContactPoint | undefined> => {
  if (!before?.verified) return undefined;
  const address = await openedAddress(keys, before.verified.sealed, before.residentId);
  if (!isDeepStrictEqual(address, contact)) return undefined;
  return { ...before, version: before.version + 1, verified: { ...before.verified, language } };
};
