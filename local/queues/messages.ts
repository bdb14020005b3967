import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { QueueDefinition } from "../template/queues.ts";

/** One message as it was handed out. Times are in milliseconds. */
export interface ReceivedMessage {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  readonly firstReceivedAt: number;
  readonly receiveCount: number;
  readonly receipt: string;
  /** The queue whose dead letter it is. */
  readonly diedIn: string | null;
}

export interface QueueCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  /** Since the oldest was first sent; 0 for an empty queue. In a dead-letter queue AWS counts from the move into it. */
  readonly oldestSeconds: number;
}

/** How a queue behaves, apart from the protocol. Each of these is one transaction. */
export interface Messages {
  /** Answers the message's id. */
  readonly put: (queue: QueueDefinition, body: string, delaySeconds?: number) => string;
  readonly take: (queue: QueueDefinition, atMost: number, visibilitySeconds: number) => readonly ReceivedMessage[];
  /** Only the receipt of the last time counts; any other changes nothing. */
  readonly remove: (queue: QueueDefinition, receipt: string) => void;
  readonly hide: (queue: QueueDefinition, receipt: string, seconds: number) => "hidden" | "not-in-flight" | "unknown";
  readonly purge: (queue: QueueDefinition) => void;
  /** Moves what can be received back to the source it died in, as new messages. `left` died in none of them. */
  readonly returnDeadLetters: (
    queue: QueueDefinition,
    sources: readonly string[],
  ) => { readonly moved: number; readonly left: number };
  readonly counts: (queue: QueueDefinition) => QueueCounts;
  /** Milliseconds until something that is hidden now can be received. */
  readonly untilNextVisible: (queue: QueueDefinition) => number;
  /** Makes all messages older. */
  readonly elapse: (seconds: number) => void;
}

/** Calls `arrived` with the name of each queue in which something can be received that could not before. */
export const messagesIn = (store: DatabaseSync, arrived: (queue: string) => void): Messages => {
  const sql = statements(store);

  const transaction = <T>(work: () => T): T => {
    store.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      store.exec("COMMIT");
      return result;
    } catch (error) {
      store.exec("ROLLBACK");
      throw error;
    }
  };

  const forgetExpired = ({ name, retentionSeconds }: QueueDefinition): void => {
    sql.forget.run(name, Date.now() - retentionSeconds * 1000);
  };

  const buryExhausted = ({ name, redrive }: QueueDefinition): void => {
    if (redrive === undefined) return;
    const { changes } = sql.bury.run(redrive.deadLetterQueue, Date.now(), name, Date.now(), redrive.maxReceiveCount);
    if (changes > 0) arrived(redrive.deadLetterQueue);
  };

  return {
    put: ({ name, delaySeconds: usual }, body, delaySeconds = usual) => {
      const id = randomUUID();
      const now = Date.now();
      sql.put.run(id, name, body, now, now + delaySeconds * 1000);
      arrived(name);
      return id;
    },

    take: (queue, atMost, visibilitySeconds) =>
      transaction(() => {
        forgetExpired(queue);
        buryExhausted(queue);
        const now = Date.now();
        const places = sql.visible.all(queue.name, now, atMost).map(({ place }) => place as number);
        const received = places.map((place) => sql.take.get(now + visibilitySeconds * 1000, now, randomUUID(), place));
        return received as unknown as readonly ReceivedMessage[];
      }),

    remove: ({ name }, receipt) => void sql.remove.run(name, receipt),

    hide: ({ name }, receipt, seconds) => {
      const found = sql.visibility.get(name, receipt);
      const now = Date.now();
      if (!found) return "unknown";
      if (Number(found.visibleAt) <= now) return "not-in-flight";
      sql.hide.run(now + seconds * 1000, receipt);
      arrived(name);
      return "hidden";
    },

    purge: ({ name }) => void sql.purge.run(name),

    returnDeadLetters: (queue, sources) =>
      transaction(() => {
        forgetExpired(queue);
        const now = Date.now();
        const letters = sql.deadLetters.all(queue.name, now);
        const movable = letters.filter(({ diedIn }) => sources.includes(String(diedIn)));
        for (const { place, diedIn } of movable) {
          sql.giveBack.run(randomUUID(), now, now, Number(place));
          arrived(String(diedIn));
        }
        return { moved: movable.length, left: letters.length - movable.length };
      }),

    counts: (queue) => {
      forgetExpired(queue);
      const now = Date.now();
      const found = sql.count.get(now, now, now, queue.name) ?? {};
      const count = (column: string) => Number(found[column] ?? 0);
      return {
        visible: count("visible"),
        inFlight: count("inFlight"),
        delayed: count("delayed"),
        oldestSeconds: Math.max(0, Math.round((now - Number(found.oldestAt ?? now)) / 1000)),
      };
    },

    untilNextVisible: ({ name }) => {
      const now = Date.now();
      const at = sql.nextVisible.get(name, now)?.visibleAt;
      return at === null || at === undefined ? Number.POSITIVE_INFINITY : Number(at) - now;
    },

    elapse: (seconds) => void sql.elapse.run({ ms: Math.round(seconds * 1000) }),
  };
};

const statements = (store: DatabaseSync) => ({
  put: store.prepare("INSERT INTO messages (id, queue, body, sentAt, visibleAt) VALUES (?, ?, ?, ?, ?)"),
  visible: store.prepare(
    "SELECT place FROM messages WHERE queue = ? AND visibleAt <= ? ORDER BY visibleAt, place LIMIT ?",
  ),
  take: store.prepare(
    `UPDATE messages SET visibleAt = ?, receiveCount = receiveCount + 1,
      firstReceivedAt = coalesce(firstReceivedAt, ?), receipt = ? WHERE place = ?
     RETURNING id, body, sentAt, firstReceivedAt, receiveCount, receipt, diedIn`,
  ),
  remove: store.prepare("DELETE FROM messages WHERE queue = ? AND receipt = ?"),
  visibility: store.prepare("SELECT visibleAt FROM messages WHERE queue = ? AND receipt = ?"),
  hide: store.prepare("UPDATE messages SET visibleAt = ? WHERE receipt = ?"),
  purge: store.prepare("DELETE FROM messages WHERE queue = ?"),
  forget: store.prepare("DELETE FROM messages WHERE queue = ? AND sentAt <= ?"),
  // keeps sentAt, as SQS does: what is retained, and how old it is, counts from the first sending
  bury: store.prepare(
    `UPDATE messages SET queue = ?, diedIn = queue, receipt = NULL, visibleAt = ?
     WHERE queue = ? AND visibleAt <= ? AND receiveCount >= ?`,
  ),
  deadLetters: store.prepare("SELECT place, diedIn FROM messages WHERE queue = ? AND visibleAt <= ?"),
  // a new message in every respect, as after StartMessageMoveTask
  giveBack: store.prepare(
    `UPDATE messages SET id = ?, queue = diedIn, diedIn = NULL, sentAt = ?, visibleAt = ?,
      receiveCount = 0, firstReceivedAt = NULL, receipt = NULL WHERE place = ?`,
  ),
  count: store.prepare(
    `SELECT sum(visibleAt <= ?) AS visible, sum(visibleAt > ? AND receipt IS NOT NULL) AS inFlight,
      sum(visibleAt > ? AND receipt IS NULL) AS delayed, min(sentAt) AS oldestAt FROM messages WHERE queue = ?`,
  ),
  nextVisible: store.prepare("SELECT min(visibleAt) AS visibleAt FROM messages WHERE queue = ? AND visibleAt > ?"),
  elapse: store.prepare(
    "UPDATE messages SET sentAt = sentAt - :ms, visibleAt = visibleAt - :ms, firstReceivedAt = firstReceivedAt - :ms",
  ),
});
