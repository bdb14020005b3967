import { createHash, hash } from "node:crypto";
import { canonicalJson } from "#shared/domain/canonical-json.ts";
import type { EntrySecret, Listing, ListingEntry } from "#shared/domain/listing.ts";
import { decimal } from "#shared/domain/points.ts";
import type { ProgrammeTerms, Seed } from "#shared/domain/programme.ts";
import type { Places } from "./places.ts";

/** What a listing was ranked by, and what it came to. */
export interface ListingHead extends Pick<Listing, "listingId" | "programmeId" | "round" | "revision" | "counts"> {
  readonly terms: ProgrammeTerms;
  readonly seed: Seed;
  /** What the round had to give out; absent in the first. */
  readonly left?: Places;
}

/** What an auditor gets beside an entry, under the same digest. */
export type ExportedSecret = Omit<EntrySecret, "applicationNumber">;

export const exportFormat = "new-resident-points/listing/1";

/** The first line of an export. */
export const exportHead = ({
  listingId,
  programmeId,
  round,
  revision,
  counts,
  terms,
  seed,
  left,
}: ListingHead): string =>
  `${canonicalJson({
    format: exportFormat,
    ...{ listingId, programmeId, round, revision, counts, terms, seed },
    ...(left && { left }),
  })}\n`;

/** The line of one entry. Its check says which line is another, where something was altered without care. */
export const exportLine = (entry: ListingEntry, secret?: ExportedSecret): string => {
  const { applicationNumber, commitment, maskedName, offer, place, points, position, result, ties, tier, wishes } =
    entry;
  // the names in alphabetical order: canonical, at a tenth of the cost of sorting them
  const content = JSON.stringify({
    applicationNumber,
    commitment,
    maskedName,
    offer,
    place,
    points: points === null ? null : decimal(points),
    position,
    result,
    tier,
    ties,
    wishes,
  });
  const withCheck = `${content.slice(0, -1)},"check":"${hash("sha256", content).slice(0, 16)}"`;
  return secret ? `${withCheck},"secret":${secretText(secret)}}\n` : `${withCheck}}\n`;
};

/** The last line. */
export const exportEnd = (digest: string): string => `${canonicalJson({ digest })}\n`;

/** The SHA-256 of the public export but for its last line; so the auditor's has the same. */
export const listingDigest = (head: ListingHead, inOrder: Iterable<ListingEntry>): string => {
  const digest = createHash("sha256").update(exportHead(head));
  for (const entry of inOrder) digest.update(exportLine(entry));
  return digest.digest("hex");
};

const secretText = ({ nameSeal, residentId, salt, values }: ExportedSecret): string =>
  canonicalJson({ nameSeal, residentId, salt, values });
