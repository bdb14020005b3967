import type { Listing, ListingStep, RecordedListingStep } from "./listing.ts";
import { listingMachine } from "./listing-machine.ts";
import { machineFold } from "./machine-fold.ts";

/**
 * The listing after one more step.
 * @throws Error when the step does not follow on the listing's version, or the machine knows no such way
 */
export const applyListingStep = (listing: Listing | undefined, recorded: RecordedListingStep): Listing =>
  fold(listing, recorded);

const fold = machineFold(listingMachine, (listing: Listing | undefined, recorded: RecordedListingStep) => {
  if (recorded.step.type === "made") return made(recorded, recorded.step);
  if (!listing) throw new Error(`a listing began with ${recorded.step.type}`);
  return stepped(listing, recorded);
});

const made = (
  { listingId, version, on }: RecordedListingStep,
  { programmeId, round, seed, left, digest, counts, lines }: ListingStep & { readonly type: "made" },
): Listing => ({
  listingId,
  programmeId,
  round,
  seed,
  ...(left && { left }),
  version,
  state: "preview",
  since: on,
  revision: 1,
  digest,
  counts,
  ...(lines && { lines }),
  earlier: [],
  openObjections: 0,
  changes: [],
});

const stepped = (listing: Listing, { step, at, on }: RecordedListingStep): Listing => {
  switch (step.type) {
    case "made":
      throw new Error("a listing begins once");
    case "replaced":
    case "closed":
      return { ...listing, state: "closed", closedOn: on };
    case "published":
      return { ...listing, state: "public", publishedAt: at, publishedOn: on, term: step.term };
    case "term-fixed":
      return { ...listing, term: step.term };
    case "objection-taken":
      return { ...listing, openObjections: listing.openObjections + 1 };
    case "objection-closed":
      return { ...listing, openObjections: listing.openObjections - 1 };
    case "correction-begun":
      return { ...listing, correcting: step.correction };
    case "corrected": {
      const { correcting, digest, counts, lines, ...rest } = listing;
      if (!correcting) throw new Error("a listing is corrected without a decision");
      const { applicationNumber, reason, clause } = correcting;
      const revision = listing.revision + 1;
      return {
        ...rest,
        revision,
        digest: step.digest,
        counts: step.counts,
        ...(step.lines && { lines: step.lines }),
        earlier: [...listing.earlier, { digest, counts }],
        openObjections: listing.openObjections - 1,
        changes: [...listing.changes, { applicationNumber, reason, clause, revision, on }],
      };
    }
  }
};
