import { createHash } from "node:crypto";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import { type Message, MessageId, type MessageKind, type MessageParameters } from "#shared/domain/message.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";

/** What a message tells of, and when. */
export type Occasion = {
  readonly [Kind in MessageKind]: {
    readonly residentId: ResidentId;
    readonly kind: Kind;
    readonly parameters: MessageParameters[Kind];
    /** What happened, named so that it happens once: the same occasion is the same message. */
    readonly occasion: string;
    readonly at: Instant;
    readonly on: CalendarDate;
  };
}[MessageKind];

/** The message of an occasion, always under the same id, which says nothing of either. */
export const messageFor = ({ occasion, at, on, ...told }: Occasion): Message => ({
  messageId: idOf([told.residentId, told.kind, occasion]),
  ...told,
  createdAt: at,
  createdOn: on,
});

// whoever sees the id can't try residents out: their own ids are 134 random bits
const idOf = (parts: readonly string[]): MessageId => {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return MessageId.parse(`m-${BigInt(`0x${hash}`).toString(36).padStart(50, "0").slice(-26)}`);
};
