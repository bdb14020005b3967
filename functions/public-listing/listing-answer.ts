import type { ListingAnswer, ListingEntryAnswer } from "#shared/contract/listing-answer.ts";
import type { Listing, ListingEntry } from "#shared/domain/listing.ts";
import { decimal } from "#shared/domain/points.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import { partsOf, perExport, perPage } from "./parts.ts";

/** A listing as everyone sees it. Field by field, so that nothing else ever slips out with it. */
export const listingAnswer = (listing: Listing, terms: ProgrammeTerms): ListingAnswer => ({
  listingId: listing.listingId,
  programmeId: listing.programmeId,
  name: terms.name,
  service: terms.service,
  area: terms.area,
  year: terms.year,
  round: listing.round,
  state: listing.state,
  publishedOn: listing.publishedOn ?? null,
  dueOn: listing.term?.dueOn ?? null,
  provisional: listing.term?.provisional ?? false,
  openObjections: listing.openObjections,
  revision: listing.revision,
  digest: listing.digest,
  counts: listing.counts,
  exportParts: partsOf(listing.counts, perExport),
  pages: partsOf(listing.counts, perPage),
  changes: listing.changes.map(({ revision, on, applicationNumber, reason, clause }) => ({
    revision,
    on,
    applicationNumber,
    reason,
    clause,
  })),
});

/** An entry as everyone sees it. */
export const entryAnswer = (entry: ListingEntry): ListingEntryAnswer => ({
  position: entry.position,
  place: entry.place,
  applicationNumber: entry.applicationNumber,
  maskedName: entry.maskedName,
  points: entry.points === null ? null : decimal(entry.points),
  result: entry.result,
  offer: entry.offer ?? null,
  tier: entry.tier ?? null,
  commitment: entry.commitment,
});
