import type { Caller } from "#shared/contract/endpoint.ts";
import type { Listing, ListingId } from "#shared/domain/listing.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";
import type { Listings } from "#shared/storage/listings.ts";
import type { TermsOf } from "./terms-of.ts";

/** Whether the caller verifies for the department that decides, in the programme's area. */
export const decidesOn = (caller: Caller, { department, area }: Pick<ProgrammeTerms, "department" | "area">): boolean =>
  caller.department === department && mayActIn(inRole(caller, "verifier"), area);

/** Whether the caller is of the department that decides, or an auditor of the area. */
export const answersFor = (caller: Caller, terms: Pick<ProgrammeTerms, "department" | "area">): boolean =>
  decidesOn(caller, terms) || mayActIn(inRole(caller, "auditor"), terms.area);

/**
 * A listing in whatever state, for those who answer for it.
 * @throws Refusal listing-unknown alike when there is none and when the caller has nothing to do with it
 */
export const officeListing = async (
  listings: Pick<Listings, "read">,
  termsOf: TermsOf,
  { listingId, caller }: { readonly listingId: ListingId; readonly caller: Caller },
): Promise<{ readonly listing: Listing; readonly terms: ProgrammeTerms }> => {
  const listing = await listings.read(listingId);
  const terms = listing && (await termsOf(listing));
  if (!terms || !answersFor(caller, terms)) throw new Refusal("listing-unknown", { listingId });
  return { listing, terms };
};
