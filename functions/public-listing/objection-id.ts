import { createHash } from "node:crypto";
import type { ApplicationNumber } from "#shared/domain/application.ts";
import type { ListingId } from "#shared/domain/listing.ts";
import { ObjectionId } from "#shared/domain/objection.ts";

/** Everyone objects once to one entry: the same objector, listing and entry are the same objection. */
export const objectionIdOf = (
  listingId: ListingId,
  applicationNumber: ApplicationNumber,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): ObjectionId => {
  const parts = JSON.stringify([listingId, applicationNumber, issuer, subject]);
  const hash = createHash("sha256").update(parts).digest("hex");
  return ObjectionId.parse(`o-${BigInt(`0x${hash}`).toString(36).padStart(50, "0").slice(-26)}`);
};
