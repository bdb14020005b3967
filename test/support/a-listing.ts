import { applyListingStep } from "#shared/domain/apply-listing-step.ts";
import { date } from "#shared/domain/calendar.ts";
import {
  type Listing,
  type ListingEntry,
  ListingId,
  type ListingStep,
  type RecordedListingStep,
} from "#shared/domain/listing.ts";
import { exactPoints } from "#shared/domain/points.ts";
import type { EntryWithSecret } from "#shared/storage/listing-items.ts";
import { programmeId } from "./a-programme.ts";
import { applicationNumber } from "./an-application.ts";
import { residentId } from "./people.ts";

/** Different for every number, and always the same for one. */
export const listingId = (number: number): ListingId => ListingId.parse(`n-${`${number}`.padStart(26, "0")}`);

export const listingTerm = {
  startedOn: date("2024-09-02"),
  workingDays: 5,
  dueOn: date("2024-09-09"),
  provisional: false,
};

const noCounts = { placed: 0, "no-place": 0, "below-threshold": 0, "left-out": 0 };
const roleOf = (type: ListingStep["type"]) =>
  type === "objection-taken" ? "objector" : type === "correction-begun" ? "verifier" : "system";

/** The step, and the listing that it makes of the one before. */
export const nextListing = (
  before: Listing | ListingId,
  step: ListingStep,
  on = "2024-09-02",
): { readonly listing: Listing; readonly recorded: RecordedListingStep } => {
  const [listing, id] = typeof before === "string" ? [undefined, before] : [before, before.listingId];
  const recorded: RecordedListingStep = {
    listingId: id,
    version: (listing?.version ?? 0) + 1,
    step,
    by: { subject: "someone", role: roleOf(step.type) },
    at: `${on}T02:00:00.000Z`,
    on: date(on),
  };
  return { listing: applyListingStep(listing, recorded), recorded };
};

export const making = (programme = programmeId(1)): ListingStep => ({
  type: "made",
  programmeId: programme,
  round: 1,
  seed: { seed: "3,14,15,92,65,35", source: "a drawing" },
  digest: "d".repeat(64),
  counts: noCounts,
});

export const publishing: ListingStep = { type: "published", term: listingTerm };

/** The entry at this position, of the resident of the same number. */
export const anEntry = (position: number, differing: Partial<ListingEntry> = {}): EntryWithSecret => {
  const number = differing.applicationNumber ?? applicationNumber(position);
  return {
    entry: {
      place: position,
      position,
      applicationNumber: number,
      maskedName: "山*",
      points: exactPoints(100 - position / 4),
      ties: [],
      wishes: ["first-school"],
      result: "placed",
      offer: "first-school",
      commitment: "c".repeat(64),
      ...differing,
    },
    secret: {
      applicationNumber: number,
      residentId: residentId(position),
      salt: "s".repeat(32),
      nameSeal: "e".repeat(64),
      values: [position],
    },
  };
};
