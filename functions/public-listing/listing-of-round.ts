import type { Listing } from "#shared/domain/listing.ts";
import { ListingId } from "#shared/domain/listing.ts";
import type { ProgrammeId } from "#shared/domain/programme.ts";
import type { Listings } from "#shared/storage/listings.ts";
import type { Programmes } from "#shared/storage/programmes.ts";

/** The listing of a programme's round as it was made last; a first round keeps its own while the second is on. */
export const listingOfRound = async (
  programmes: Pick<Programmes, "readSteps">,
  listings: Pick<Listings, "read">,
  programmeId: ProgrammeId,
  round: 1 | 2,
): Promise<Listing | undefined> => {
  const steps = await programmes.readSteps(programmeId);
  const second = steps.findIndex(({ step }) => step.type === "second-round-begun");
  const own = second < 0 ? (round === 1 ? steps : []) : round === 1 ? steps.slice(0, second) : steps.slice(second);
  const last = own.findLast(({ step }) => "listingId" in step || step.type === "resettled")?.step;
  if (!last || !("listingId" in last)) return undefined;
  return listings.read(ListingId.parse(last.listingId));
};
