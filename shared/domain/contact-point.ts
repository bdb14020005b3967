import * as z from "zod";
import type { Instant } from "./dossier.ts";
import { Refusal } from "./refusal.ts";
import type { ResidentId } from "./resident-id.ts";

export const Language = z.enum(["zh", "en"]).meta({ id: "Language" });
export type Language = z.infer<typeof Language>;

/** 联系方式: where a resident is told what concerns them. */
export const ContactAddress = z
  .discriminatedUnion("channel", [
    z.strictObject({
      channel: z.literal("sms"),
      address: z.string().regex(/^1[3-9]\d{9}$/, "must be a mobile number of 11 digits"),
    }),
    z.strictObject({ channel: z.literal("email"), address: z.email("must be an e-mail address").max(200) }),
  ])
  .readonly()
  .meta({ id: "ContactAddress" });
export type ContactAddress = z.infer<typeof ContactAddress>;

/** Data of its own: no department supplies it, no points rest on it. Addresses are sealed. */
export interface ContactPoint {
  readonly residentId: ResidentId;
  /** How often it was changed. */
  readonly version: number;
  /** Where messages go. It stays until another one is verified. */
  readonly verified?: { readonly sealed: string; readonly language: Language; readonly verifiedAt: Instant };
  /** What waits for its code. */
  readonly asked?: AskedContact;
  /** When codes were asked for, of the last day. */
  readonly codesAskedAt: readonly Instant[];
}

interface AskedContact {
  readonly requestId: string;
  readonly sealed: string;
  readonly language: Language;
  readonly askedAt: Instant;
  readonly triesLeft: number;
}

/**
 * Another address, which counts once its code has come back. What was verified before goes on being used.
 * @throws Refusal contact-codes-exhausted
 */
export const askedFor = (
  before: ContactPoint | undefined,
  { residentId, ...asked }: Omit<AskedContact, "triesLeft"> & Pick<ContactPoint, "residentId">,
): ContactPoint => {
  const since = Date.parse(asked.askedAt) - day;
  const codesAskedAt = (before?.codesAskedAt ?? []).filter((at) => Date.parse(at) > since);
  if (codesAskedAt.length >= codesADay) throw new Refusal("contact-codes-exhausted", { perDay: codesADay });
  return {
    residentId,
    version: (before?.version ?? 0) + 1,
    ...(before?.verified && { verified: before.verified }),
    asked: { ...asked, triesLeft: triesPerCode },
    codesAskedAt: [...codesAskedAt, asked.askedAt],
  };
};

/** The address that waits for a code, while a code for it is still good. */
export const openRequest = (contact: ContactPoint | undefined, at: Instant): AskedContact | undefined =>
  contact?.asked && contact.asked.triesLeft > 0 && at < expiryOf(contact.asked) ? contact.asked : undefined;

export const expiryOf = ({ askedAt }: Pick<AskedContact, "askedAt">): Instant =>
  new Date(Date.parse(askedAt) + codeLifetime).toISOString();

/** The right code has come back. */
export const verifiedBy = (before: ContactPoint, { sealed, language }: AskedContact, at: Instant): ContactPoint => {
  const { asked: _, ...rest } = before;
  return { ...rest, version: before.version + 1, verified: { sealed, language, verifiedAt: at } };
};

/** A wrong code has come back. */
export const missedBy = (before: ContactPoint, asked: AskedContact): ContactPoint => ({
  ...before,
  version: before.version + 1,
  asked: { ...asked, triesLeft: asked.triesLeft - 1 },
});

/** Enough of an address to know it again. */
export const masked = ({ channel, address }: ContactAddress): string => {
  if (channel === "sms") return `${address.slice(0, 3)}****${address.slice(-4)}`;
  const [name = "", host = ""] = address.split("@");
  return `${name.slice(0, 1)}***@${host}`;
};

const day = 24 * 3_600_000;
const codeLifetime = 30 * 60_000;
const triesPerCode = 5;
// what a code costs the sender, and how often it can be guessed at
const codesADay = 10;
