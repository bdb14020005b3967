import * as z from "zod";
import { ApplicationNumber } from "./application.ts";
import type { ListingId } from "./listing.ts";
import { ProgrammeId } from "./programme.ts";

/**
 * The parts of a settlement, one after the other: scores are frozen, ranked and listed; once the listing is over, granted,
 * and places that came free are filled.
 */
export const SettlementPhase = z.enum(["freeze", "rank", "publish", "grant", "fill"]).meta({ id: "SettlementPhase" });
export type SettlementPhase = z.infer<typeof SettlementPhase>;

/** What comes of a ranking: applicants see it before the public does, or everyone sees it. */
export const RankedFor = z.enum(["preview", "public"]);
export type RankedFor = z.infer<typeof RankedFor>;

/** What one worker takes at a time. It carries ids only: how far the part has come is stored. */
export const SettlementTask = z.discriminatedUnion("of", [
  z.strictObject({
    of: z.literal("part"),
    programmeId: ProgrammeId,
    run: z.int().min(1),
    phase: SettlementPhase,
    /** Of `freeze` a shard, of `rank` and `publish` for whom, of `grant` and `fill` the day. */
    part: z.string().regex(/^[0-9a-z-]{1,10}$/),
  }),
  /** Something became of one application after the grant: it is handed over, and the next in rank may move up. */
  z.strictObject({ of: z.literal("application"), applicationNumber: ApplicationNumber }),
]);
export type SettlementTask = z.infer<typeof SettlementTask>;
export type PartTask = SettlementTask & { readonly of: "part" };

/** How far one part has come. */
export interface SettlementProgress extends Omit<PartTask, "of"> {
  /** How many pages have been worked. A page is saved only on the one before it, so that it counts once. */
  readonly page: number;
  /** Who saved it: one call of a worker. Its save counts as saved however often it arrives. */
  readonly worker: string;
  /** Where the next page begins; null at the beginning, and once done. */
  readonly cursor: string | null;
  readonly done: boolean;
  readonly counts: Readonly<Record<string, number>>;
  /** Which listing the ranking writes: of another ranking it would be another. */
  readonly listingId?: ListingId;
}

/** 结果移交: what became of one application, as the department that grants the service is told. */
export const ResultKind = z
  .enum(["granted", "not-granted", "cancelled"])
  .meta({ id: "ResultKind", description: "`cancelled`: granted before, and withdrawn or revoked since" });
export type ResultKind = z.infer<typeof ResultKind>;

export interface HandedResult {
  readonly applicationNumber: ApplicationNumber;
  /** Of the application that it tells of: a later one overrides. */
  readonly version: number;
  readonly result: ResultKind;
  readonly offer?: string;
  readonly tier?: string;
  /** Whether it follows on another of the same application. */
  readonly corrects: boolean;
  readonly on: string;
}

/** One line of the list: 1, 2, 3 … without a gap. */
export interface NumberedResult extends HandedResult {
  readonly sequence: number;
}

/** Whether a department that was told this much, or nothing, has to be told the result. */
export const isNews = (told: HandedResult | undefined, result: Omit<HandedResult, "corrects">): boolean => {
  // who never had a place as far as the department knows has none that could be cancelled
  if (!told) return result.result !== "cancelled";
  const isOther = told.result !== result.result || told.offer !== result.offer || told.tier !== result.tier;
  return isOther && result.version > told.version;
};
