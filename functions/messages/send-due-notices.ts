import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import { endorsementDueOn, reminderDays } from "#shared/domain/endorsement.ts";
import type { Message, MessageId } from "#shared/domain/message.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { log } from "#shared/runtime/log.ts";
import type { Contacts } from "#shared/storage/contacts.ts";
import type { Messages, StoredMessage } from "#shared/storage/messages.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { type Shard, shards } from "#shared/storage/shards.ts";

interface Sending {
  readonly messages: Messages;
  readonly contacts: Pick<Contacts, "read">;
  readonly residents: Pick<Residents, "read">;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
}

type Done = "sent" | "dropped" | "offered-again" | "left-in-inbox" | "nothing";

/**
 * The day's work on the outbox: planned notices whose day has come are sent if they still hold, and what has waited since
 * yesterday is offered again, should it have been lost on its way. Everything is done by changing the message, so that the
 * stream offers it; who is stopped half-way goes on with what is left.
 */
export const sendDueNotices = (sending: Sending) => async (): Promise<void> => {
  const today = sending.today();
  const done: Done[] = [];
  const failed: MessageId[] = [];
  await inParallel(shards, width, (shard) =>
    eachDue(sending.messages, shard, today, async (messageId) => {
      try {
        done.push(await lookAt(sending, messageId, today));
      } catch (fault) {
        log.error("notice-not-sent", { messageId, fault });
        failed.push(messageId);
      }
    }),
  );
  const counts = Object.fromEntries(outcomes.map((one) => [one, done.filter((other) => other === one).length]));
  log.info("due-notices-sent", { asOf: today, counts: { ...counts, failed: failed.length } });
  if (failed.length > 0) throw new Error(`${failed.length} due notices were not sent`);
};

const outcomes = ["sent", "dropped", "offered-again", "left-in-inbox"] as const satisfies readonly Done[];
const width = 8;
const pageSize = 50;

const eachDue = async (
  messages: Messages,
  shard: Shard,
  today: CalendarDate,
  look: (messageId: MessageId) => Promise<void>,
): Promise<void> => {
  let cursor: string | undefined;
  do {
    const page = await messages.due(shard, today, { limit: pageSize, cursor });
    for (const messageId of page.entries) await look(messageId);
    cursor = page.cursor;
  } while (cursor !== undefined);
};

const lookAt = async (sending: Sending, messageId: MessageId, today: CalendarDate): Promise<Done> => {
  const found = await sending.messages.read(messageId);
  // the index is a moment old, and who ran before may have seen to it
  if (!found || !isDue(found, today)) return "nothing";
  const [done, after] =
    found.standing.state === "planned"
      ? await ofPlanned(sending, found.message, found.standing.sendOn)
      : await ofWaiting(sending, found.message);
  // whoever came in between has seen to it
  return (await sending.messages.change(found, after)) ? done : "nothing";
};

const isDue = ({ standing }: StoredMessage, today: CalendarDate): boolean =>
  (standing.state === "planned" && standing.sendOn <= today) ||
  (standing.state === "waiting" && standing.lookOn !== null && standing.lookOn <= today);

const ofPlanned = async (
  { residents, today, now }: Sending,
  planned: Message,
  sendOn: CalendarDate,
): Promise<[Done, StoredMessage]> => {
  const on = today();
  const dossier = await residents.read(planned.residentId);
  const { dueOn } = planned.kind === "endorsement-due" ? planned.parameters : {};
  const holds =
    dueOn !== undefined &&
    dossier !== undefined &&
    endorsementDueOn(dossier, on) === dueOn &&
    dueOn >= on &&
    // after missed days one reminder is enough
    reminderDays(dueOn, on)[0] === sendOn;
  if (!holds) return ["dropped", { message: planned, standing: { state: "dropped" } }];
  const message = { ...planned, createdAt: now(), createdOn: on };
  return ["sent", { message, standing: { state: "waiting", lookOn: tomorrow(on) } }];
};

const ofWaiting = async ({ contacts, today }: Sending, message: Message): Promise<[Done, StoredMessage]> => {
  const on = today();
  const hasDestination = (await contacts.read(message.residentId))?.verified !== undefined;
  const isLast = dayOf(on) >= dayAfter(dayOf(message.createdOn), daysOfTrying);
  if (hasDestination && isLast) log.warn("message-offered-for-the-last-time", { messageId: message.messageId });
  // where there is no contact point yet, its verification offers it
  const lookOn = hasDestination && !isLast ? tomorrow(on) : null;
  return [hasDestination ? "offered-again" : "left-in-inbox", { message, standing: { state: "waiting", lookOn } }];
};

const daysOfTrying = 7;
const tomorrow = (day: CalendarDate): CalendarDate => dateOf(dayAfter(dayOf(day)));
