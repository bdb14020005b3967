import * as z from "zod";
import { ApplicationNumber } from "#shared/domain/application.ts";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { ListingId, ListingState, RankingResult } from "#shared/domain/listing.ts";
import { PointsValue } from "#shared/domain/points.ts";
import { ProgrammeId, Service } from "#shared/domain/programme.ts";
import { Words } from "#shared/domain/words.ts";

const Counts = z.strictObject({
  placed: z.int(),
  "no-place": z.int(),
  "below-threshold": z.int(),
  "left-out": z.int(),
});

/** A listing without its entries. */
export const ListingAnswer = z
  .strictObject({
    listingId: ListingId,
    programmeId: ProgrammeId,
    name: Words.meta({ description: "Of the programme" }),
    service: Service,
    area: AreaCode,
    year: z.int(),
    round: z.literal([1, 2]),
    state: ListingState,
    publishedOn: CalendarDate.nullable(),
    dueOn: CalendarDate.nullable().meta({ description: "The last day on which objections are taken" }),
    provisional: z
      .boolean()
      .meta({ description: "Whether that day may turn out later, as holidays are not known yet" }),
    openObjections: z.int(),
    revision: z.int().min(1),
    digest: z.string().meta({ description: "SHA-256 of the export of this revision but for its last line" }),
    counts: Counts.meta({ id: "ListingCounts" }),
    exportParts: z.int().meta({ description: "In how many parts the export comes" }),
    pages: z.int().meta({ description: "In how many parts the printable page comes" }),
    changes: z
      .array(
        z
          .strictObject({
            revision: z.int().meta({ description: "The revision it made" }),
            on: CalendarDate,
            applicationNumber: ApplicationNumber,
            reason: z.string(),
            clause: z.string(),
          })
          .readonly(),
      )
      .readonly()
      .meta({ description: "What upheld objections changed, and why; the first one first" }),
  })
  .readonly()
  .meta({ id: "Listing" });
export type ListingAnswer = z.infer<typeof ListingAnswer>;

/** All that the public sees of an applicant. */
export const ListingEntryAnswer = z
  .strictObject({
    position: z.int().min(1),
    place: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: "Shared by those who tie on everything; null for who has none" }),
    applicationNumber: ApplicationNumber,
    maskedName: z.string().meta({ examples: ["张*三"] }),
    points: PointsValue.nullable().meta({ description: "Null for who is left out" }),
    result: RankingResult,
    offer: z.string().nullable().meta({ description: "The offer it is placed at" }),
    tier: z.string().nullable(),
    commitment: z.string().meta({
      description: "SHA-256 over salt, full name, residentId and tie-break values: whoever has the salt can prove it",
    }),
  })
  .readonly()
  .meta({ id: "ListingEntry" });
export type ListingEntryAnswer = z.infer<typeof ListingEntryAnswer>;

export const ListingPage = z
  .strictObject({
    listing: ListingAnswer,
    revision: z
      .int()
      .min(1)
      .meta({ description: "Of the entries: a later one than this may have been made meanwhile" }),
    entries: z.array(ListingEntryAnswer).readonly(),
    next: z.string().nullable().meta({ description: "The cursor of the next page; null on the last" }),
  })
  .readonly()
  .meta({ id: "ListingPage" });
export type ListingPage = z.infer<typeof ListingPage>;
