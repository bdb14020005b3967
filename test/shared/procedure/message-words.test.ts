import { expect, test } from "vitest";
import { ApplicationNumber } from "#shared/domain/application.ts";
import { date } from "#shared/domain/calendar.ts";
import { MessageKind, type MessageParameters } from "#shared/domain/message.ts";
import { ReviewId } from "#shared/domain/review.ts";
import { messageText } from "#shared/procedure/message-words.ts";
import { findingId } from "#test/support/a-finding.ts";
import { aMessage } from "#test/support/a-message.ts";
import { relationId } from "#test/support/a-relation.ts";

const reviewId = ReviewId.parse(`v-${"0".repeat(26)}`);
const applicationNumber = ApplicationNumber.parse("A-0000-0000-0000-0000");
const dueOn = date("2024-07-31");

const filled: MessageParameters = {
  "points-rose": {},
  "points-fell": {},
  "endorsement-due": { dueOn },
  "review-received": { reviewId },
  "material-asked": { reviewId, dueOn },
  "material-asked-open": { reviewId },
  "material-due": { reviewId, dueOn },
  "review-decided": { reviewId },
  "review-lapsed": { reviewId },
  "appeal-lapsed": { reviewId },
  "review-overdue": { reviewId },
  "review-reopened": { reviewId },
  "correction-confirmed": { reviewId },
  "correction-contradicted": { reviewId },
  "relation-proposed": { relationId: relationId(1) },
  "relation-answered": { relationId: relationId(1) },
  "relation-ended": { relationId: relationId(1) },
  "application-received": { applicationNumber },
  "application-material-asked": { applicationNumber },
  "application-decided": { applicationNumber },
  "application-left-out": { applicationNumber },
  "application-granted": { applicationNumber },
  "application-not-granted": { applicationNumber },
  "application-moved-up": { applicationNumber },
  "application-revoked": { applicationNumber },
  "application-reinstated": { applicationNumber },
  "finding-proposed": { findingId: findingId(1) },
  "finding-confirmed": { findingId: findingId(1) },
  "finding-dismissed": { findingId: findingId(1) },
  "finding-upheld": { findingId: findingId(1) },
  "finding-overturned": { findingId: findingId(1) },
  "contact-code": { requestId: "c-1" },
  "contact-verified": {},
};

test.each(MessageKind.options)("%s says in both languages that there is something to look at, and no more", (kind) => {
  const message = aMessage({ told: { kind, parameters: filled[kind] } as never });
  const given = kind === "contact-code" ? { code: "123456" } : {};

  const [zh, en] = [messageText(message, "zh", given), messageText(message, "en", given)];

  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).not.toMatch(/\p{Script=Han}/u);
  for (const text of [zh, en]) {
    expect(text).not.toMatch(/[{}]/);
    expect(text.replaceAll("2024-07-31", "").replaceAll("123456", "").replaceAll("30", "")).not.toMatch(/\d/);
    // what a text message carries in a few parts
    expect(text.length).toBeLessThan(200);
  }
});

test("a message whose words ask for what is not given is a fault", () => {
  const code = aMessage({ told: { kind: "contact-code", parameters: { requestId: "c-1" } } });

  expect(() => messageText(code, "zh")).toThrow("contact-code ask for code");
});
