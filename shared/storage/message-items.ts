import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import { isForInbox, type Message, type MessageId } from "#shared/domain/message.ts";
import { type Item, json, jsonIn, text, textIn } from "./attributes.ts";
import type { StoredMessage } from "./messages.ts";
import { shardOf } from "./shards.ts";

/** The keys and codecs of the table `messages`. */
export const messageKey = (messageId: MessageId): Item => ({ messageId: text(messageId) });

/** Only what was told stands in the inbox; only what has to be looked at stands under a day. */
export const messageToItem = ({ message, standing }: StoredMessage): Item => {
  const { messageId, residentId, kind } = message;
  const lookOn = lookedAtOn(standing);
  const isTold = standing.state === "waiting" || standing.state === "delivered";
  return {
    ...messageKey(messageId),
    state: text(standing.state),
    message: json(message),
    standing: json(standing),
    ...(isTold && isForInbox(kind) && { residentId: text(residentId), inboxPlace: text(inboxPlace(message)) }),
    ...(lookOn !== null && { shard: text(shardOf(residentId)), dayPlace: text(`${lookOn}#${messageId}`) }),
  };
};

export const messageFromItem = (item: Item): StoredMessage => ({
  message: jsonIn(item, "message"),
  standing: jsonIn(item, "standing"),
});

/** A message as it begins: should the way to its channel lose it, it is offered again the next day. */
export const waiting = (message: Message): StoredMessage => ({
  message,
  standing: { state: "waiting", lookOn: dateOf(dayAfter(dayOf(message.createdOn))) },
});

export const inboxPlace = ({ createdAt, messageId }: Message): string => `${createdAt}#${messageId}`;

export const messageIdIn = (item: Item): MessageId => textIn(item, "messageId") as MessageId;

/** The places at which pages end, for cursors. */
export const inboxPlaces = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#m-[0-9a-z]{26}$/;
export const dayPlaces = /^\d{4}-\d\d-\d\d#m-[0-9a-z]{26}$/;

export const lookedAtOn = (standing: StoredMessage["standing"]): CalendarDate | null => {
  switch (standing.state) {
    case "planned":
      return standing.sendOn;
    case "waiting":
      return standing.lookOn;
    case "delivered":
    case "dropped":
      return null;
  }
};
