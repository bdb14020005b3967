import type { AreaCode } from "#shared/domain/area.ts";
import { type Listing, ListingId } from "#shared/domain/listing.ts";
import type { Points } from "#shared/domain/points.ts";
import type { Programme } from "#shared/domain/programme.ts";
import type { Listings } from "#shared/storage/listings.ts";
import type { Programmes } from "#shared/storage/programmes.ts";

export interface LinesReading {
  readonly programmes: Pick<Programmes, "read" | "readSteps" | "ofCity">;
  readonly listings: Pick<Listings, "read" | "entry">;
}

/** The last listing of a round; also of the first one when the second is under way. */
export const listingOfRound = async (
  { programmes, listings }: LinesReading,
  programme: Programme,
  round: 1 | 2,
): Promise<Listing | undefined> => {
  const listingId = programme.round === round ? programme.listingId : await listedInFirstRound(programmes, programme);
  return listingId === undefined ? undefined : listings.read(ListingId.parse(listingId));
};

const listedInFirstRound = async (
  programmes: LinesReading["programmes"],
  { programmeId }: Programme,
): Promise<string | undefined> => {
  const steps = (await programmes.readSteps(programmeId)).map(({ step }) => step);
  const end = steps.findIndex(({ type }) => type === "second-round-begun");
  const listed = steps.slice(0, end).findLast((step) => step.type === "listed");
  return listed?.listingId;
};

/** By offer, the line of the same service in the same area a year earlier; nothing until that has ended. */
export const linesOfYearBefore = async (
  { programmes, listings }: LinesReading,
  { terms }: Programme,
): Promise<Readonly<Record<string, Points>> | null> => {
  const city = `${terms.area.slice(0, 4)}00` as AreaCode;
  let cursor: string | undefined;
  do {
    const page = await programmes.ofCity(city, { limit: 100, cursor });
    const read = await Promise.all(page.entries.map((programmeId) => programmes.read(programmeId)));
    const before = read.find(
      (one) =>
        one?.state === "final" &&
        one.terms.area === terms.area &&
        one.terms.service === terms.service &&
        one.terms.year === terms.year - 1,
    );
    if (before?.listingId !== undefined) {
      return (await listings.read(ListingId.parse(before.listingId)))?.lines ?? {};
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return null;
};
