import type { Call } from "#shared/contract/endpoint.ts";
import type { listObjectionsEndpoint } from "#shared/contract/objections.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Objecting } from "./objecting.ts";
import { objectionAnswer } from "./objection-answer.ts";
import { answersFor } from "./office-listing.ts";

/** All of them for those who answer for the listing, their own for everyone else. */
export const listObjections =
  ({ listings, objections, termsOf }: Pick<Objecting, "listings" | "objections" | "termsOf">) =>
  async ({ params: { listingId }, query, caller }: Call<typeof listObjectionsEndpoint>) => {
    const listing = await listings.read(listingId);
    if (!listing?.publishedOn) throw new Refusal("listing-unknown", { listingId });
    const seesAll = answersFor(caller, await termsOf(listing));
    const page = await objections.ofListing(listingId, query);
    const seen = page.entries.filter(({ objector }) => seesAll || objector.subject === caller.subject);
    return { status: 200, body: { objections: seen.map(objectionAnswer), next: page.cursor ?? null } };
  };
