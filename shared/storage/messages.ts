import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Message, MessageId, MessageState } from "#shared/domain/message.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Page, PageRequest } from "./scores.ts";
import type { Shard } from "./shards.ts";

/** A message, and how far it has come. */
export interface StoredMessage {
  readonly message: Message;
  readonly standing: MessageState;
}

/**
 * 通知: what residents are told, before it is told. Written in the same transaction as what it tells of (`messagePut`);
 * its stream offers it to whoever sends.
 */
export interface Messages {
  /** Strongly consistent. */
  read(messageId: MessageId): Promise<StoredMessage | undefined>;

  /** Puts a message into the outbox, unless it was put there before: then it stays as it is, and false. */
  put(message: Message): Promise<boolean>;

  /** Plans a message for a day ahead, unless it was planned before: then it stays as it is, and false. */
  plan(message: Message, sendOn: CalendarDate): Promise<boolean>;

  /** Only if it still stands as it was read. A planned one that is sent is told from then: its message changes with it. */
  change(before: StoredMessage, after: StoredMessage): Promise<boolean>;

  /**
   * What a resident was told, the newest first; nothing planned. A moment old.
   * @throws Refusal invalid-request when the cursor is none of ours
   */
  inbox(residentId: ResidentId, request: PageRequest): Promise<Page<MessageId>>;

  /** What the daily work has to look at on or before the day: planned ones whose day has come, and those still waiting. */
  due(shard: Shard, through: CalendarDate, request: PageRequest): Promise<Page<MessageId>>;
}
