import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import { changeContactPoint } from "#functions/messages/change-contact-point.ts";
import { offerMessages } from "#functions/messages/offer-messages.ts";
import { readInbox } from "#functions/messages/read-inbox.ts";
import { readMessage } from "#functions/messages/read-message.ts";
import { recordDelivery } from "#functions/messages/record-delivery.ts";
import { sendDueNotices } from "#functions/messages/send-due-notices.ts";
import { verifyContactPoint } from "#functions/messages/verify-contact-point.ts";
import type { OutgoingMessage } from "#shared/contract/messages.ts";
import type { ContactAddress, Language } from "#shared/domain/contact-point.ts";
import type { MessageId } from "#shared/domain/message.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { messageToItem } from "#shared/storage/message-items.ts";
import type { StoredMessage } from "#shared/storage/messages.ts";
import { resident, sender } from "./calls.ts";
import { memoryContacts } from "./memory-contacts.ts";
import type { Register } from "./permit-holder.ts";
import { image, sequenceNumber } from "./stream-record.ts";
import { testIdentityKeys } from "./test-identity-keys.ts";

interface Life {
  readonly of: <Thing extends object>(thing: Thing) => Thing;
  readonly born: () => void;
}

type Outgoing = Extract<OutgoingMessage, { readonly state: "waiting" }>;

/** All that messages pass through, in memory: outbox, its stream, queue, and a sender whose channel sends once per id. */
export const postOffice = async (register: Register, life: Life = { of: (thing) => thing, born: () => {} }) => {
  const { residents, today, now } = register;
  const messages = life.of(register.messages);
  const contacts = life.of(memoryContacts(register.messages));
  const keys = life.of(await testIdentityKeys());
  const queued: MessageId[] = [];
  const queue = life.of({ send: async (id: MessageId) => void queued.push(id) });
  const shown = new Map<MessageId, Outgoing>();
  const channel = life.of({ show: async (message: Outgoing) => void shown.set(message.messageId, message) });
  const desk = { residents, contacts, keys, today, now };
  const offer = offerMessages({ messages, contacts, queue });
  const record = recordDelivery(messages, now);
  let followed = 0;

  /** One id of the queue, as whoever sends handles it; what it throws leaves the id where it was. */
  const handle = async (messageId: MessageId): Promise<void> => {
    const call = { params: { messageId }, query: {}, body: {}, caller: sender };
    const { body } = await readMessage({ messages, contacts, keys, now })(call).catch(unlessRefused);
    if (body?.state !== "waiting") return;
    await channel.show(body);
    await record(call);
  };

  return {
    desk,
    /** What lies in the queue. */
    queued: (): readonly string[] => queued,
    queueAgain: (messageId: MessageId): void => void queued.push(messageId),
    /** What its channel has shown, each once. */
    shown: (): readonly Outgoing[] => [...shown.values()],
    /** Hands the stream over from where it was; whoever dies with a batch gets it again. */
    follow: async (): Promise<void> => {
      const news = register.messages.written().slice(followed).filter(isWaiting);
      const Records = news.map((one, at) => outboxRecord(one, followed + at));
      await insistent(life, async () => {
        const { batchItemFailures }: DynamoDBBatchResponse = await offer({ Records });
        if (batchItemFailures.length > 0) throw new Error("records were handed back");
      });
      followed = register.messages.written().length;
    },
    /** Works the queue off. */
    send: async (): Promise<void> => {
      while (queued[0] !== undefined) {
        const [messageId] = queued;
        await insistent(life, () => handle(messageId));
        queued.shift();
      }
    },
    sendDue: (): Promise<void> => insistent(life, sendDueNotices({ messages, contacts, residents, today, now })),
    ask: (id: ResidentId, contact: ContactAddress, language: Language = "zh") =>
      changeContactPoint(desk)({
        params: { residentId: id },
        query: {},
        body: { contact, language },
        caller: resident(id),
      }),
    verify: (id: ResidentId, code: string) =>
      verifyContactPoint(desk)({ params: { residentId: id }, query: {}, body: { code }, caller: resident(id) }),
    inbox: async (id: ResidentId) => {
      const call = { params: { residentId: id }, query: { limit: 20 }, body: {}, caller: resident(id) };
      return (await readInbox({ residents, contacts, messages, today })(call)).body;
    },
  };
};

export const outboxRecord = (stored: StoredMessage, sequence: number): DynamoDBRecord => {
  const { messageId } = stored.message;
  return {
    eventName: "INSERT",
    dynamodb: {
      Keys: { messageId: { S: messageId } },
      NewImage: image(messageToItem(stored)),
      SequenceNumber: sequenceNumber(sequence),
    },
  };
};

/** Only these pass the filter of the stream. */
const isWaiting = ({ standing }: StoredMessage): boolean => standing.state === "waiting";

const unlessRefused = (thrown: unknown): { readonly body: undefined } => {
  if (isRefusal(thrown)) return { body: undefined };
  throw thrown;
};

const insistent = async (life: Life, work: () => Promise<void>, tries = 5): Promise<void> => {
  try {
    await work();
  } catch (fault) {
    if (tries === 1) throw fault;
    life.born();
    await insistent(life, work, tries - 1);
  }
};
