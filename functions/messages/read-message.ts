import type { Call } from "#shared/contract/endpoint.ts";
import type { OutgoingMessage, readMessageEndpoint } from "#shared/contract/messages.ts";
import { type ContactPoint, openRequest } from "#shared/domain/contact-point.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { Message } from "#shared/domain/message.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { messageText } from "#shared/procedure/message-words.ts";
import { contactCode } from "#shared/storage/contact-code.ts";
import type { Contacts } from "#shared/storage/contacts.ts";
import type { IdentityKeys } from "#shared/storage/identity-keys.ts";
import type { Messages } from "#shared/storage/messages.ts";
import { openedAddress } from "./contact-standing.ts";

interface Reads {
  readonly messages: Pick<Messages, "read">;
  readonly contacts: Pick<Contacts, "read">;
  readonly keys: Pick<IdentityKeys, "open" | "lookup">;
  readonly now: () => Instant;
}

/** A message in the words and to the address that are right at this moment, or that it was sent. */
export const readMessage =
  ({ messages, contacts, keys, now }: Reads) =>
  async ({
    params: { messageId },
  }: Call<typeof readMessageEndpoint>): Promise<{ status: 200; body: OutgoingMessage }> => {
    const found = await messages.read(messageId);
    if (found?.standing.state === "delivered") {
      return { status: 200, body: { state: "delivered", messageId, deliveredAt: found.standing.deliveredAt } };
    }
    if (found?.standing.state !== "waiting") throw new Refusal("message-unknown", { messageId });
    const { message } = found;
    const { residentId, kind } = message;
    const { sealed, language } = destinationOf(message, await contacts.read(residentId), now());
    const { channel, address } = await openedAddress(keys, sealed, residentId);
    const given =
      message.kind === "contact-code"
        ? { code: await contactCode(keys, residentId, message.parameters.requestId) }
        : {};
    const text = messageText(message, language, given);
    return { status: 200, body: { state: "waiting", messageId, kind, channel, address, language, text } };
  };

/** A code goes to the address that it is to prove, everything else to the proven one. */
const destinationOf = (message: Message, contact: ContactPoint | undefined, at: Instant) => {
  if (message.kind !== "contact-code") {
    if (!contact?.verified) throw new Refusal("contact-missing", {});
    return contact.verified;
  }
  const asked = openRequest(contact, at);
  if (asked?.requestId !== message.parameters.requestId) throw new Refusal("contact-code-expired", {});
  return asked;
};
