import { timingSafeEqual } from "node:crypto";
import type { Call } from "#shared/contract/endpoint.ts";
import type { proveListingEntryEndpoint } from "#shared/contract/listings.ts";
import { commitmentOf, nameSealOf } from "#shared/ranking/commitment.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { publicListing } from "./public-listing.ts";

/** Whether the entry commits to the name, by its salt. Of a number that is not listed it says no, as of a wrong name. */
export const proveListingEntry =
  (listings: Pick<Listings, "read" | "entry">) =>
  async ({ params: { listingId }, body }: Call<typeof proveListingEntryEndpoint>) => {
    const { applicationNumber, name, salt } = body;
    const { revision } = await publicListing(listings, listingId);
    const found = await listings.entry(listingId, revision, applicationNumber);
    if (!found) return { status: 200, body: { genuine: false } };
    const { residentId, values } = found.secret;
    const made = commitmentOf({ salt, nameSeal: nameSealOf(salt, name), residentId, values });
    return { status: 200, body: { genuine: isSame(made, found.entry.commitment) } };
  };

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
