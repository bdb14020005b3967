import type { Call } from "#shared/contract/endpoint.ts";
import type { listListingsEndpoint } from "#shared/contract/listings.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { listingAnswer } from "./listing-answer.ts";
import type { TermsOf } from "./terms-of.ts";

/** The index only says which; what has ended by now is left out. */
export const listListings =
  (listings: Pick<Listings, "read" | "public">, termsOf: TermsOf) =>
  async ({ query }: Call<typeof listListingsEndpoint>) => {
    const page = await listings.public(query);
    const found = await inParallel(page.entries, 10, (listingId) => listings.read(listingId));
    const open = found.filter((listing) => listing?.state === "public").flatMap((listing) => listing ?? []);
    const answers = await inParallel(open, 10, async (listing) => listingAnswer(listing, await termsOf(listing)));
    return { status: 200, body: { listings: answers, next: page.cursor ?? null } };
  };
