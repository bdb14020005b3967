import { linesOf } from "#shared/domain/lines-of.ts";
import { type Listing, type ListingEntry, ListingId } from "#shared/domain/listing.ts";
import type { Programme, ProgrammeStep } from "#shared/domain/programme.ts";
import type { RankedFor } from "#shared/domain/settlement.ts";
import { countsOf } from "#shared/ranking/counts-of.ts";
import { listingDigest } from "#shared/ranking/listing-export.ts";
import { takeProgrammeStep } from "#shared/storage/take-programme-step.ts";
import { allEntries } from "./all-entries.ts";
import type { Settling } from "./settling.ts";
import { takeListingStep } from "./take-listing-step.ts";

/**
 * Makes a listing of the entries that were written, under the digest of all of them; for applicants only, or for everyone.
 * Each step is taken once, however often this is begun.
 */
export const publishListing = async (
  settling: Settling,
  programme: Programme,
  { listingId, rankedFor }: { readonly listingId: ListingId; readonly rankedFor: RankedFor },
): Promise<void> => {
  const { workingDays, today } = settling;
  const { previewWorkingDays, listingWorkingDays } = programme.terms;
  if (!(await settling.listings.read(listingId))) await makeListing(settling, programme, listingId);
  if (rankedFor === "preview") {
    const { dueOn } = workingDays.term(today(), previewWorkingDays);
    return takeOnce(settling, programme, { type: "previewed", listingId, dueOn });
  }
  await replaceListing(settling, programme, listingId);
  const listing = await takeListingStep(settling, listingId, (before) =>
    before?.state === "preview"
      ? { type: "published", term: workingDays.term(today(), listingWorkingDays) }
      : undefined,
  );
  if (!listing?.term) throw new Error("a listing is published without a term");
  await takeOnce(settling, programme, { type: "listed", listingId, dueOn: listing.term.dueOn });
};

const makeListing = async (
  settling: Settling,
  programme: Programme,
  listingId: ListingId,
): Promise<Listing | undefined> => {
  const { programmeId, round, terms, seed, left } = programme;
  if (!seed) throw new Error("a programme is listed without a seed");
  const entries: ListingEntry[] = [];
  for await (const page of allEntries(settling.listings, listingId, 1)) entries.push(...page);
  const counts = countsOf(entries);
  const head = { listingId, programmeId, round, revision: 1, counts, terms, seed, ...(left && { left }) };
  const digest = listingDigest(head, entries);
  return takeListingStep(settling, listingId, (before) =>
    before
      ? undefined
      : { type: "made", programmeId, round, seed, ...(left && { left }), digest, counts, lines: linesOf(entries) },
  );
};

/** Somebody has withdrawn during the preview: what the public sees is ranked without them. */
const replaceListing = async (settling: Settling, { listingId: before }: Programme, listingId: ListingId) => {
  if (before === undefined || before === listingId) return;
  await takeListingStep(settling, ListingId.parse(before), (listing) =>
    listing?.state === "preview" ? { type: "replaced" } : undefined,
  );
};

const takeOnce = async (settling: Settling, { programmeId, state }: Programme, step: ProgrammeStep): Promise<void> => {
  const now = await settling.programmes.read(programmeId);
  // another worker was here in the meantime
  if (now?.state !== state) return;
  const system = { subject: "settlement", role: "system" } as const;
  await takeProgrammeStep(settling, programmeId, { type: step.type, who: () => system, step: () => step });
};
