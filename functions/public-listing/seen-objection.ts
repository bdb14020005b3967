import type { Caller } from "#shared/contract/endpoint.ts";
import type { Listing, ListingId } from "#shared/domain/listing.ts";
import type { Objection, ObjectionId } from "#shared/domain/objection.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Objecting } from "./objecting.ts";
import { answersFor } from "./office-listing.ts";

/**
 * An objection, for whoever made it and for those who answer for the listing.
 * @throws Refusal listing-unknown, objection-unknown
 */
export const seenObjection = async (
  { listings, objections }: Pick<Objecting, "listings" | "objections">,
  {
    listingId,
    objectionId,
    caller,
  }: { readonly listingId: ListingId; readonly objectionId: ObjectionId; readonly caller: Caller },
): Promise<{ readonly listing: Listing; readonly objection: Objection }> => {
  const listing = await listings.read(listingId);
  if (!listing?.publishedOn) throw new Refusal("listing-unknown", { listingId });
  const objection = await objections.read(listingId, objectionId);
  const isOwn = objection?.objector.subject === caller.subject;
  if (!objection || !(isOwn || answersFor(caller, objection))) throw new Refusal("objection-unknown", { objectionId });
  return { listing, objection };
};
