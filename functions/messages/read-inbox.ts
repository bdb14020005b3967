import { visiblePerson } from "#shared/access/visible-person.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { Inbox, readInboxEndpoint } from "#shared/contract/messages.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { messageText } from "#shared/procedure/message-words.ts";
import type { Contacts } from "#shared/storage/contacts.ts";
import type { Messages, StoredMessage } from "#shared/storage/messages.ts";
import type { Residents } from "#shared/storage/residents.ts";

interface Reads {
  readonly residents: Pick<Residents, "readSubject">;
  readonly contacts: Pick<Contacts, "read">;
  readonly messages: Pick<Messages, "inbox" | "read">;
  readonly today: () => CalendarDate;
}

/** 通知: what a resident was told, whether or not it could be sent. */
export const readInbox =
  ({ residents, contacts, messages, today }: Reads) =>
  async ({
    params: { residentId },
    query: { limit, cursor },
    caller,
  }: Call<typeof readInboxEndpoint>): Promise<{ status: 200; body: Inbox }> => {
    await visiblePerson(residents, caller, residentId, today());
    const [contact, page] = await Promise.all([
      contacts.read(residentId),
      messages.inbox(residentId, { limit, cursor }),
    ]);
    const found = await Promise.all(page.entries.map((messageId) => messages.read(messageId)));
    return {
      status: 200,
      body: {
        residentId,
        contactPoint: contact?.verified ? "verified" : "missing",
        messages: found.flatMap((one) => (one ? [shown(one)] : [])),
        next: page.cursor ?? null,
      },
    };
  };

const shown = ({ message, standing }: StoredMessage): Inbox["messages"][number] => ({
  messageId: message.messageId,
  kind: message.kind,
  createdAt: message.createdAt,
  text: { zh: messageText(message, "zh"), en: messageText(message, "en") },
  reviewId: "reviewId" in message.parameters ? message.parameters.reviewId : null,
  deliveredAt: standing.state === "delivered" ? standing.deliveredAt : null,
});
