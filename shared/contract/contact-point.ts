import * as z from "zod";
import { ContactAddress, Language } from "#shared/domain/contact-point.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Endpoint } from "./endpoint.ts";

const known = {
  channel: z.enum(["sms", "email"]),
  address: z.string().meta({ description: "Masked: enough to know it again" }),
  language: Language,
};

/** How a contact point stands. */
export const ContactStanding = z
  .strictObject({
    residentId: ResidentId,
    verified: z
      .strictObject({ ...known, verifiedAt: z.iso.datetime() })
      .readonly()
      .nullable()
      .meta({ description: "Where messages go; null: nowhere yet, they wait in the inbox" }),
    asked: z
      .strictObject({ ...known, codeGoodUntil: z.iso.datetime(), triesLeft: z.int() })
      .readonly()
      .nullable()
      .meta({ description: "What waits for the code that was sent there" }),
  })
  .readonly()
  .meta({ id: "ContactStanding" });
export type ContactStanding = z.infer<typeof ContactStanding>;

const params = z.strictObject({ residentId: ResidentId });

export const readContactPointEndpoint = {
  id: "read-contact-point",
  method: "GET",
  path: "/v1/residents/{residentId}/contact-point",
  summary: "Where a resident is told what concerns them",
  description:
    "Whether there is a verified contact point and whether another one waits for its code. The address is masked. A resident " +
    "without one is to be asked for it: until then messages only lie in the inbox.",
  roles: ["resident", "window"],
  params,
  answers: { 200: { description: "How it stands", body: ContactStanding } },
  refusals: ["resident-unknown"],
} as const satisfies Endpoint;

const NewContact = z
  .strictObject({ contact: ContactAddress, language: Language })
  .readonly()
  .meta({ id: "NewContact" });

export const changeContactPointEndpoint = {
  id: "change-contact-point",
  method: "PUT",
  path: "/v1/residents/{residentId}/contact-point",
  summary: "Name or change a resident's contact point",
  description:
    "Sends a code of six digits to the address, good for half an hour and five tries; the address counts once the code has " +
    "come back (`verify-contact-point`), and the one before goes on being used until then. The verified address in another " +
    "language needs no code. At a service window the code shows that the person is there and agrees. At most ten codes a day.",
  roles: ["resident", "window"],
  params,
  body: NewContact,
  answers: {
    202: { description: "A code is on its way", body: ContactStanding },
    200: { description: "The verified address, in this language from now on", body: ContactStanding },
  },
  refusals: ["resident-unknown", "contact-codes-exhausted", "contact-busy"],
  stores: true,
} as const satisfies Endpoint;

const ReturnedCode = z
  .strictObject({ code: z.string().regex(/^\d{6}$/, "must be the six digits that were sent") })
  .readonly()
  .meta({ id: "ReturnedCode" });

export const verifyContactPointEndpoint = {
  id: "verify-contact-point",
  method: "POST",
  path: "/v1/residents/{residentId}/contact-point/verification",
  summary: "Prove a contact point by its code",
  description:
    "With the right code the address becomes the contact point, and what has waited in the inbox, at most the newest twenty " +
    "messages, goes there.",
  roles: ["resident", "window"],
  params,
  body: ReturnedCode,
  answers: { 200: { description: "Verified", body: ContactStanding } },
  refusals: ["resident-unknown", "contact-code-wrong", "contact-code-expired", "contact-busy"],
  stores: true,
} as const satisfies Endpoint;
