import * as z from "zod";
import { Language } from "#shared/domain/contact-point.ts";
import { MessageId, MessageKind } from "#shared/domain/message.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { ReviewId } from "#shared/domain/review.ts";
import { Words } from "#shared/domain/words.ts";
import type { Endpoint } from "./endpoint.ts";

const InboxMessage = z
  .strictObject({
    messageId: MessageId,
    kind: MessageKind,
    createdAt: z.iso.datetime(),
    text: Words,
    reviewId: ReviewId.nullable().meta({ description: "The review it is about" }),
    deliveredAt: z.iso.datetime().nullable().meta({ description: "When it went to the contact point; null: not yet" }),
  })
  .readonly()
  .meta({ id: "InboxMessage" });

const Inbox = z
  .strictObject({
    residentId: ResidentId,
    contactPoint: z
      .enum(["verified", "missing"])
      .meta({ description: "`missing`: ask for one, nothing is sent until then" }),
    messages: z.array(InboxMessage).readonly(),
    next: z.string().nullable().meta({ description: "The cursor of the next page; null on the last" }),
  })
  .readonly()
  .meta({ id: "Inbox" });
export type Inbox = z.infer<typeof Inbox>;

export const readInboxEndpoint = {
  id: "read-inbox",
  method: "GET",
  path: "/v1/residents/{residentId}/messages",
  summary: "What a resident was told",
  description:
    "Every message, the newest first, whether or not it could be sent. Messages hold no facts and no points: they say that " +
    "there is something to look at.",
  roles: ["resident", "window"],
  params: z.strictObject({ residentId: ResidentId }),
  query: z.strictObject({
    limit: z
      .string()
      .regex(/^([1-9]|[1-4]\d|50)$/, "must be a whole number from 1 to 50")
      .transform(Number)
      .default(20)
      .meta({ description: "Messages a page, 1 to 50; 20 unless given" }),
    cursor: z.string().min(1).max(500).exactOptional().meta({ description: "`next` of the page before" }),
  }),
  answers: { 200: { description: "One page of the inbox", body: Inbox } },
  refusals: ["resident-unknown"],
} as const satisfies Endpoint;

const OutgoingMessage = z
  .discriminatedUnion("state", [
    z.strictObject({
      state: z.literal("waiting"),
      messageId: MessageId,
      kind: MessageKind,
      channel: z.enum(["sms", "email"]),
      address: z.string(),
      language: Language,
      text: z.string(),
    }),
    z.strictObject({ state: z.literal("delivered"), messageId: MessageId, deliveredAt: z.iso.datetime() }),
  ])
  .readonly()
  .meta({ id: "OutgoingMessage" });
export type OutgoingMessage = z.infer<typeof OutgoingMessage>;

export const readMessageEndpoint = {
  id: "read-message",
  method: "GET",
  path: "/v1/messages/{messageId}",
  summary: "A message that is to be sent, and where to",
  description:
    "For whoever works off the message queue, which carries the messageId and nothing else. Read just before sending: the " +
    "address is the one of this moment. A message that is `delivered` must not be sent again; one that is refused here need " +
    "not be kept: once there is something to send it is offered again. Hand the messageId to the channel as the key by which " +
    "it sends once.",
  roles: ["sender"],
  params: z.strictObject({ messageId: MessageId }),
  answers: { 200: { description: "What to send where, or that it was sent", body: OutgoingMessage } },
  refusals: ["message-unknown", "contact-missing", "contact-code-expired"],
} as const satisfies Endpoint;

const Delivery = z
  .strictObject({
    messageId: MessageId,
    deliveredAt: z.iso.datetime(),
    outcome: z.enum(["delivered", "delivered-before"]),
  })
  .readonly()
  .meta({ id: "Delivery" });
export type Delivery = z.infer<typeof Delivery>;

export const recordDeliveryEndpoint = {
  id: "record-delivery",
  method: "POST",
  path: "/v1/messages/{messageId}/delivery",
  summary: "Record that a message was sent",
  description: "Once is enough; a second time changes nothing and says so.",
  roles: ["sender"],
  params: z.strictObject({ messageId: MessageId }),
  answers: { 200: { description: "Recorded", body: Delivery } },
  refusals: ["message-unknown"],
} as const satisfies Endpoint;
