import { isDeepStrictEqual } from "node:util";
import { isForInbox, type Message, type MessageId } from "#shared/domain/message.ts";
import { dayPlaces, inboxPlace, inboxPlaces, lookedAtOn, waiting } from "#shared/storage/message-items.ts";
import type { Messages, StoredMessage } from "#shared/storage/messages.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { pageOf } from "./memory-pages.ts";

/** Messages for tests of what stands on them; it passes the same cases as the table. */
export const memoryMessages = () => {
  const stored = new Map<MessageId, StoredMessage>();
  const written: StoredMessage[] = [];
  const write = (one: StoredMessage): void => {
    stored.set(one.message.messageId, structuredClone(one));
    written.push(structuredClone(one));
  };

  const putNew = (one: StoredMessage): boolean => {
    if (stored.has(one.message.messageId)) return false;
    write(one);
    return true;
  };

  const messages: Messages = {
    read: async (messageId) => stored.get(messageId),

    put: async (message) => putNew(waiting(message)),

    plan: async (message, sendOn) => putNew({ message, standing: { state: "planned", sendOn } }),

    change: async (before, after) => {
      if (!isDeepStrictEqual(stored.get(before.message.messageId)?.standing, before.standing)) return false;
      write(after);
      return true;
    },

    inbox: async (residentId, request) => {
      const own = [...stored.values()]
        .filter(({ message, standing: { state } }) => {
          const isTold = state === "waiting" || state === "delivered";
          return isTold && message.residentId === residentId && isForInbox(message.kind);
        })
        .map(({ message }) => message)
        .sort((one, other) => (inboxPlace(one) < inboxPlace(other) ? 1 : -1));
      return idsOf(pageOf(own, request, inboxPlace, inboxPlaces));
    },

    due: async (shard, through, request) => {
      const places = [...stored.values()]
        .map(({ message, standing }) => ({ ...message, lookOn: lookedAtOn(standing) }))
        .filter(({ residentId, lookOn }) => shardOf(residentId) === shard && lookOn !== null && lookOn <= through)
        .map((one) => ({ ...one, place: `${one.lookOn}#${one.messageId}` }))
        .sort((one, other) => (one.place < other.place ? -1 : 1));
      return idsOf(pageOf(places, request, ({ place }) => place, dayPlaces));
    },
  };

  return {
    ...messages,
    /** Everything there is, in order of arrival. */
    all: (): readonly StoredMessage[] => [...stored.values()],
    /** Every write, in order: what the stream tells of. */
    written: (): readonly StoredMessage[] => written,
    /** As a transaction of others puts it. */
    putTogether: (message: Message): void => void putNew(waiting(message)),
  };
};

const idsOf = ({
  entries,
  ...page
}: {
  readonly entries: readonly { readonly messageId: MessageId }[];
  readonly cursor?: string;
}) => ({
  entries: entries.map(({ messageId }) => messageId),
  ...page,
});
