import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { Messages, StoredMessage } from "#shared/storage/messages.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { aMessage } from "#test/support/a-message.ts";
import { residentId } from "#test/support/people.ts";

/** What every outbox has to do. Reads through an index may be a moment old. */
export const messagesCases = (make: () => Promise<Messages>): void => {
  const shard = shardOf(residentId(1));
  const patiently = { timeout: 5000 };

  describe("a message", () => {
    test("nobody put there is unknown", async () => {
      const messages = await make();

      expect(await messages.read(aMessage().messageId)).toBeUndefined();
    });

    test("is read as it was put, at once, and waits", async () => {
      const messages = await make();

      expect(await messages.put(aMessage())).toBe(true);

      const standing = { state: "waiting", lookOn: "2024-07-01" };
      expect(await messages.read(aMessage().messageId)).toEqual({ message: aMessage(), standing });
    });

    test("of the same occasion is put once, and stays as it has become", async () => {
      const messages = await make();
      await messages.put(aMessage());
      await messages.change(await stored(messages), delivered(await stored(messages)));

      expect(await messages.put(aMessage({ at: "2024-07-09T02:00:00.000Z" }))).toBe(false);

      expect((await stored(messages)).standing.state).toBe("delivered");
    });

    test("changes only from what it was read as: of two who change it, one does", async () => {
      const messages = await make();
      await messages.put(aMessage());
      const before = await stored(messages);

      const changed = [
        await messages.change(before, delivered(before, "2024-06-30T02:00:01.000Z")),
        await messages.change(before, delivered(before, "2024-06-30T02:00:02.000Z")),
      ];

      expect(changed).toEqual([true, false]);
      expect((await stored(messages)).standing).toMatchObject({ deliveredAt: "2024-06-30T02:00:01.000Z" });
    });

    test("is planned once", async () => {
      const messages = await make();

      const planned = [
        await messages.plan(aMessage(), date("2024-08-01")),
        await messages.plan(aMessage(), date("2024-08-02")),
      ];

      expect(planned).toEqual([true, false]);
      expect((await stored(messages)).standing).toEqual({ state: "planned", sendOn: "2024-08-01" });
    });
  });

  describe("an inbox", () => {
    test("shows one resident what they were told, the newest first, page by page", async () => {
      const messages = await make();
      const told = ["2024-06-01", "2024-06-02", "2024-06-03"].map((day) =>
        aMessage({ occasion: day, at: `${day}T02:00:00.000Z` }),
      );
      for (const message of [...told, aMessage({ of: 2 })]) await messages.put(message);
      const first = () => messages.inbox(residentId(1), { limit: 2 });

      await expect
        .poll(async () => (await first()).entries, patiently)
        .toEqual([told[2], told[1]].map((one) => one?.messageId));

      const { cursor } = await first();
      expect(await messages.inbox(residentId(1), { limit: 2, cursor })).toEqual({ entries: [told[0]?.messageId] });
    });

    test("keeps what was delivered, and shows neither what is planned, nor what was dropped, nor a code", async () => {
      const messages = await make();
      const code = aMessage({ told: { kind: "contact-code", parameters: { requestId: "c-1" } } });
      const dropped = aMessage({ occasion: "dropped" });
      await messages.put(code);
      await messages.plan(aMessage({ occasion: "planned" }), date("2024-08-01"));
      await messages.plan(dropped, date("2024-08-01"));
      const before = await stored(messages, dropped);
      await messages.change(before, { ...before, standing: { state: "dropped" } });
      await messages.put(aMessage());
      await messages.change(await stored(messages), delivered(await stored(messages)));

      const inbox = () => messages.inbox(residentId(1), { limit: 10 });

      await expect.poll(inbox, patiently).toEqual({ entries: [aMessage().messageId] });
    });

    test("refuses a cursor that is none of its own", async () => {
      const messages = await make();

      const reading = messages.inbox(residentId(1), { limit: 2, cursor: "b3RoZXI" });

      await expect(reading).rejects.toMatchObject({ code: "invalid-request" });
    });
  });

  describe("what is due", () => {
    test("is what was planned for the day or before, and what has waited since the day before", async () => {
      const messages = await make();
      const [late, today, ahead] = ["late", "today", "ahead"].map((occasion) => aMessage({ occasion }));
      if (!late || !today || !ahead) throw new Error("there are three");
      await messages.plan(late, date("2024-06-29"));
      await messages.plan(today, date("2024-07-01"));
      await messages.plan(ahead, date("2024-07-02"));
      await messages.put(aMessage());

      const due = async () => [
        await messages.due(shard, date("2024-06-30"), { limit: 10 }),
        (await messages.due(shard, date("2024-07-01"), { limit: 10 })).entries.length,
      ];

      await expect.poll(due, patiently).toEqual([{ entries: [late.messageId] }, 3]);
    });

    test("is no more what was delivered, nor what need not be looked at again", async () => {
      const messages = await make();
      const left = aMessage({ occasion: "left in the inbox" });
      await messages.put(aMessage());
      await messages.put(left);
      await messages.change(await stored(messages), delivered(await stored(messages)));
      const before = await stored(messages, left);
      await messages.change(before, { ...before, standing: { state: "waiting", lookOn: null } });

      const due = () => messages.due(shard, date("2024-07-01"), { limit: 10 });

      await expect.poll(due, patiently).toEqual({ entries: [] });
    });

    test("comes page by page, and goes on behind what has been dealt with since", async () => {
      const messages = await make();
      for (const occasion of ["a", "b", "c"]) await messages.put(aMessage({ occasion }));
      const due = (cursor?: string) => messages.due(shard, date("2024-07-01"), { limit: 2, cursor });
      await expect
        .poll(async () => (await messages.due(shard, date("2024-07-01"), { limit: 9 })).entries.length, patiently)
        .toBe(3);
      const page = await due();
      for (const occasion of ["a", "b", "c"]) {
        const one = await stored(messages, aMessage({ occasion }));
        if (page.entries.includes(one.message.messageId)) await messages.change(one, delivered(one));
      }

      const next = await due(page.cursor);

      expect(page.entries).toHaveLength(2);
      expect(next.entries).toHaveLength(1);
      expect(page.entries).not.toContain(next.entries[0]);
    });
  });
};

const stored = async (messages: Messages, message = aMessage()): Promise<StoredMessage> => {
  const found = await messages.read(message.messageId);
  if (!found) throw new Error("the message is not there");
  return found;
};

const delivered = (before: StoredMessage, deliveredAt = "2024-06-30T03:00:00.000Z"): StoredMessage => ({
  ...before,
  standing: { state: "delivered", deliveredAt },
});
