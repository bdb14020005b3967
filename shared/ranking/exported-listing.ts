import * as z from "zod";
import { ApplicationNumber } from "#shared/domain/application.ts";
import { ListingId, RankingResult } from "#shared/domain/listing.ts";
import { exactPoints, PointsValue } from "#shared/domain/points.ts";
import { ProgrammeId, ProgrammeTerms } from "#shared/domain/programme.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { exportFormat } from "./listing-export.ts";

const count = z.int().min(0);
const Digest = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in 64 hexadecimal digits");

/** The first line of an export, read. */
export const ExportedHead = z
  .strictObject({
    format: z.literal(exportFormat),
    listingId: ListingId,
    programmeId: ProgrammeId,
    round: z.literal([1, 2]),
    revision: z.int().min(1),
    counts: z.strictObject({ placed: count, "no-place": count, "below-threshold": count, "left-out": count }),
    terms: ProgrammeTerms,
    seed: z.strictObject({ seed: z.string(), source: z.string() }),
    left: z.record(z.string(), count.nullable()).exactOptional(),
  })
  .refine(({ terms, left }) => !left || [...terms.offers, ...terms.tiers].every(({ code }) => code in left), {
    path: ["left"],
    message: "must say of every offer and tier what was left",
  });
export type ExportedHead = z.infer<typeof ExportedHead>;

/** The line of an entry, read. */
export const ExportedEntry = z.strictObject({
  applicationNumber: ApplicationNumber,
  commitment: Digest,
  maskedName: z.string(),
  offer: z.string().exactOptional(),
  place: z.int().min(1).nullable(),
  points: PointsValue.transform(exactPoints).nullable(),
  position: z.int().min(1),
  result: RankingResult,
  tier: z.string().exactOptional(),
  ties: z.array(z.int().min(1)),
  wishes: z.array(z.string()),
  check: z.string(),
  secret: z
    .strictObject({
      nameSeal: Digest,
      residentId: ResidentId,
      salt: z.string(),
      values: z.array(z.union([z.number(), z.string()])),
    })
    .exactOptional(),
});
export type ExportedEntry = z.infer<typeof ExportedEntry>;

/** The last line, read. */
export const ExportedEnd = z.strictObject({ digest: Digest });
