import { applyListingStep } from "#shared/domain/apply-listing-step.ts";
import type { Listing, ListingId, ListingStep } from "#shared/domain/listing.ts";
import { mayTakeListingStep } from "#shared/domain/may-take-listing-step.ts";
import type { Settling } from "./settling.ts";

type Stepping = Pick<Settling, "today" | "now"> & { readonly listings: Pick<Settling["listings"], "read" | "record"> };

/** Takes the step that the listing is due, if any; overtaken, it is looked at again. */
export const takeListingStep = async (
  { listings, today, now }: Stepping,
  listingId: ListingId,
  stepOf: (listing: Listing | undefined) => ListingStep | undefined,
): Promise<Listing | undefined> => {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const before = await listings.read(listingId);
    const step = stepOf(before);
    if (!step) return before;
    const on = today();
    mayTakeListingStep(before, step.type, "system", on);
    const by = { subject: "settlement", role: "system" } as const;
    const recorded = { listingId, version: (before?.version ?? 0) + 1, step, by, at: now(), on };
    const listing = applyListingStep(before, recorded);
    if ((await listings.record(listing, recorded)) === "recorded") return listing;
  }
  throw new Error(`listing ${listingId} kept being changed by others`);
};

const mostAttempts = 10;
