import { expect, test } from "vitest";
import { aMessage } from "#test/support/a-message.ts";

test("the same occasion is the same message, whenever it is told", () => {
  expect(aMessage({ at: "2024-07-09T02:00:00.000Z" }).messageId).toBe(aMessage().messageId);
});

test("another occasion, another person and another kind are each another message", () => {
  const messages = [
    aMessage(),
    aMessage({ occasion: "another rise" }),
    aMessage({ of: 2 }),
    aMessage({ told: { kind: "points-fell", parameters: {} } }),
  ];

  expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(4);
});

test("the id says nothing of whom it is for", () => {
  const { messageId, residentId } = aMessage();

  expect(messageId).toMatch(/^m-[0-9a-z]{26}$/);
  expect(messageId).not.toContain(residentId.slice(2));
});
