import { describe, expect, test } from "vitest";
import { askedFor, verifiedBy } from "#shared/domain/contact-point.ts";
import type { Contacts } from "#shared/storage/contacts.ts";
import type { Messages } from "#shared/storage/messages.ts";
import { aMessage } from "#test/support/a-message.ts";
import { residentId } from "#test/support/people.ts";

interface Places {
  readonly contacts: Contacts;
  readonly messages: Pick<Messages, "read">;
}

const asked = askedFor(undefined, {
  residentId: residentId(1),
  requestId: "c-1",
  sealed: "sealed",
  language: "zh",
  askedAt: "2024-06-30T02:00:00.000Z",
});

/** What every place of contact points has to do, together with its outbox. */
export const contactsCases = (make: () => Promise<Places>): void => {
  describe("a contact point", () => {
    test("nobody has named is unknown", async () => {
      const { contacts } = await make();

      expect(await contacts.read(residentId(1))).toBeUndefined();
    });

    test("is read as it was saved, at once, and what is told of it is in the outbox", async () => {
      const { contacts, messages } = await make();

      expect(await contacts.save(asked, aMessage())).toBe("saved");

      expect(await contacts.read(residentId(1))).toEqual(asked);
      expect((await messages.read(aMessage().messageId))?.message).toEqual(aMessage());
    });

    test("is one resident's", async () => {
      const { contacts } = await make();
      await contacts.save(asked);

      expect(await contacts.read(residentId(2))).toBeUndefined();
    });

    test("changes only from what it was read as, and a change that was overtaken is told to nobody", async () => {
      const { contacts, messages } = await make();
      await contacts.save(asked);
      if (!asked.asked) throw new Error("an address waits for its code");
      const verified = verifiedBy(asked, asked.asked, "2024-06-30T02:01:00.000Z");

      expect(await contacts.save(verified)).toBe("saved");
      expect(await contacts.save(verified, aMessage())).toBe("overtaken");
      expect(await contacts.save(asked, aMessage())).toBe("overtaken");

      expect(await contacts.read(residentId(1))).toEqual(verified);
      expect(await messages.read(aMessage().messageId)).toBeUndefined();
    });
  });
};
