import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { type Message, MessageId } from "#shared/domain/message.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { log } from "#shared/runtime/log.ts";
import type { Contacts } from "#shared/storage/contacts.ts";
import type { IdQueue } from "#shared/storage/id-queue.ts";
import type { Messages } from "#shared/storage/messages.ts";

interface Offering {
  readonly messages: Pick<Messages, "read" | "inbox">;
  readonly contacts: Pick<Contacts, "read">;
  readonly queue: IdQueue<MessageId>;
}

/**
 * Follows the outbox: offers what waits there to whoever sends, as soon as there is somewhere to send it. It may be offered
 * twice; what was delivered is told apart when it is read.
 */
export const offerMessages = ({ messages, contacts, queue }: Offering) => {
  const offer = async (message: Message): Promise<void> => {
    const { messageId, residentId, kind } = message;
    // a code goes to an address that is not proven yet
    const hasDestination = kind === "contact-code" || (await contacts.read(residentId))?.verified !== undefined;
    if (!hasDestination) return log.info("message-left-in-inbox", { messageId, residentId });
    await queue.send(messageId);
    if (kind === "contact-verified") await offerWaiting(message);
  };

  /** What was told before there was anywhere to tell it. Whoever has waited longer finds it in the inbox. */
  const offerWaiting = async ({ residentId }: Message): Promise<void> => {
    const { entries } = await messages.inbox(residentId, { limit: mostAtOnce });
    for (const messageId of entries) {
      if ((await messages.read(messageId))?.standing.state === "waiting") await queue.send(messageId);
    }
  };

  const follow = async ({ dynamodb }: DynamoDBRecord): Promise<readonly string[]> => {
    const messageId = MessageId.safeParse(dynamodb?.Keys?.messageId?.S).data;
    try {
      if (messageId === undefined) throw new Error("a record of the outbox names no message");
      const found = await messages.read(messageId);
      if (found?.standing.state === "waiting") await offer(found.message);
      return [];
    } catch (fault) {
      log.error("message-not-offered", { ...(messageId && { messageId }), fault });
      return [dynamodb?.SequenceNumber ?? ""];
    }
  };

  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const failed = (await inParallel(Records, width, follow)).flat();
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};

const width = 8;
const mostAtOnce = 20;
