import { visiblePerson } from "#shared/access/visible-person.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { readOwnEntryEndpoint } from "#shared/contract/listing-of-applicant.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Applications } from "#shared/storage/applications.ts";
import type { Listings } from "#shared/storage/listings.ts";
import type { Programmes } from "#shared/storage/programmes.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { entryAnswer, listingAnswer } from "./listing-answer.ts";
import { listingOfRound } from "./listing-of-round.ts";
import type { TermsOf } from "./terms-of.ts";

interface Reading {
  readonly residents: Pick<Residents, "readSubject">;
  readonly applications: Pick<Applications, "read">;
  readonly programmes: Pick<Programmes, "readSteps">;
  readonly listings: Pick<Listings, "read" | "entry">;
  readonly termsOf: TermsOf;
  readonly today: () => CalendarDate;
}

/** The only place that gives out a salt, and only to the one whose entry it is, or their window. */
export const readOwnEntry =
  ({ residents, applications, programmes, listings, termsOf, today }: Reading) =>
  async ({ params: { residentId, applicationNumber }, caller }: Call<typeof readOwnEntryEndpoint>) => {
    await visiblePerson(residents, caller, residentId, today());
    const application = await applications.read(applicationNumber);
    if (application?.residentId !== residentId) throw new Refusal("listing-entry-unknown", { applicationNumber });
    const listing = await listingOfRound(programmes, listings, application.programmeId, application.round);
    const found = listing && (await listings.entry(listing.listingId, listing.revision, applicationNumber));
    if (!found) throw new Refusal("listing-entry-unknown", { applicationNumber });
    const body = {
      listing: listingAnswer(listing, await termsOf(listing)),
      entry: entryAnswer(found.entry),
      salt: found.secret.salt,
    };
    return { status: 200, body };
  };
