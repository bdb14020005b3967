import * as z from "zod";
import type { ApplicationNumber, FrozenScore } from "./application.ts";
import type { CalendarDate } from "./calendar.ts";
import type { Instant } from "./dossier.ts";
import type { ObjectionId } from "./objection.ts";
import type { Points } from "./points.ts";
import type { Programme, ProgrammeId, Seed } from "./programme.ts";
import type { ResidentId } from "./resident-id.ts";
import type { Term } from "./review.ts";

export const ListingId = z
  .string()
  .regex(/^n-[0-9a-z]{26}$/, "must be a listingId as GET /v1/listings answers it")
  .brand<"ListingId">()
  .meta({ id: "ListingId", description: "Opaque", examples: ["n-0h7q3n5v9x2k4m6p8s1t3w5y7z"] });
export type ListingId = z.infer<typeof ListingId>;

/** What the ranking came to for one application. */
export const RankingResult = z
  .enum(["placed", "no-place", "below-threshold", "left-out"])
  .meta({ id: "RankingResult" });
export type RankingResult = z.infer<typeof RankingResult>;

/** One line of a listing: all that the public sees of an applicant. */
export interface ListingEntry {
  /** 1, 2, 3 …; whoever ties on everything shares it. Null for who is left out or below the threshold. */
  readonly place: number | null;
  /** In which order the entries stand: unique. */
  readonly position: number;
  readonly applicationNumber: ApplicationNumber;
  /** 张*三. Of the applicant, never of a child. */
  readonly maskedName: string;
  /** Null for who is left out: what is not known is no zero. */
  readonly points: Points | null;
  /**
   * Among those with the same points its order on the first tie-break, 1 first; among those who are still the same, on
   * the next; and so on until it is alone. Empty where nobody ties.
   */
  readonly ties: readonly number[];
  readonly wishes: readonly string[];
  readonly result: RankingResult;
  /** The offer it is placed at, and the tier where there are some. */
  readonly offer?: string;
  readonly tier?: string;
  /** SHA-256 over a salt, the seal of the full name, the residentId and the values of the tie-breaks. */
  readonly commitment: string;
}

/** What is behind an entry, for the applicant and the auditor only. */
export interface EntrySecret {
  readonly applicationNumber: ApplicationNumber;
  readonly residentId: ResidentId;
  readonly salt: string;
  /** SHA-256 over the salt and the full name: so that a commitment can be checked, and made anew, without the name. */
  readonly nameSeal: string;
  /** Of each tie-break, the value it was ranked by; the smaller the better. */
  readonly values: readonly (number | string)[];
}

export const ListingState = z.enum(["preview", "public", "closed"]).meta({ id: "ListingState" });
export type ListingState = z.infer<typeof ListingState>;

/** What a decision changed of a listing, and why. */
export interface ListingChange {
  readonly applicationNumber: ApplicationNumber;
  readonly reason: string;
  readonly clause: string;
}

/** What an upheld objection makes of one entry: it is left out, or ranked by what it scored anew as of the same day. */
export interface ListingCorrection extends ListingChange {
  readonly objectionId: ObjectionId;
  readonly becomes:
    | { readonly as: "left-out" }
    | {
        readonly as: "scored";
        readonly points: Points;
        readonly values: EntrySecret["values"];
        readonly frozen: readonly FrozenScore[];
      };
}

/** 公示: a frozen snapshot. Entries of a revision are never changed; a decision makes another revision. */
export interface Listing {
  readonly listingId: ListingId;
  readonly programmeId: ProgrammeId;
  readonly round: 1 | 2;
  /** With the terms of the programme, what it is ranked by: the programme goes on to another round, the listing stays. */
  readonly seed: Seed;
  readonly left?: Programme["left"] & {};
  /** The number of its steps. */
  readonly version: number;
  readonly state: ListingState;
  readonly since: CalendarDate;
  /** 1 as first previewed or published; one more with every correction. */
  readonly revision: number;
  /** Of the entries of this revision and the terms they were ranked by. */
  readonly digest: string;
  readonly counts: Readonly<Record<RankingResult, number>>;
  /** By offer, the points of the last one placed there; absent where nobody is. */
  readonly lines?: Readonly<Record<string, Points>>;
  /** Of the revisions before this one, the first one first. They stay as they were. */
  readonly earlier: readonly { readonly digest: string; readonly counts: Readonly<Record<RankingResult, number>> }[];
  readonly publishedAt?: Instant;
  readonly publishedOn?: CalendarDate;
  /** While it is public and objections are taken. */
  readonly term?: Term;
  /** Objections that are not decided yet: it stays public until there are none. */
  readonly openObjections: number;
  /** What corrections changed, the first one first. */
  readonly changes: readonly (ListingChange & { readonly revision: number; readonly on: CalendarDate })[];
  /** Decided, and being ranked anew: one at a time. */
  readonly correcting?: ListingCorrection;
  readonly closedOn?: CalendarDate;
}

/** What happens to a listing. The type is the name of the step in `listing-machine.ts`. */
export type ListingStep =
  | {
      readonly type: "made";
      readonly programmeId: ProgrammeId;
      readonly round: 1 | 2;
      readonly seed: Seed;
      readonly left?: Programme["left"] & {};
      readonly digest: string;
      readonly counts: Listing["counts"];
      readonly lines?: Listing["lines"] & {};
    }
  /** A mistake was found before the public saw it: another listing takes its place. */
  | { readonly type: "replaced" }
  | { readonly type: "published"; readonly term: Term }
  /** The holidays of the year have become known. */
  | { readonly type: "term-fixed"; readonly term: Term }
  | { readonly type: "objection-taken" }
  /** Rejected or withdrawn. */
  | { readonly type: "objection-closed" }
  /** An objection is upheld; it counts as open until the entries are ranked anew. */
  | { readonly type: "correction-begun"; readonly correction: ListingCorrection }
  | {
      readonly type: "corrected";
      readonly digest: string;
      readonly counts: Listing["counts"];
      readonly lines?: Listing["lines"] & {};
    }
  | { readonly type: "closed" };
export type ListingStepType = ListingStep["type"];

/** An objector is whoever is signed in. */
export type ListingRole = "objector" | "verifier" | "system";

export interface RecordedListingStep {
  readonly listingId: ListingId;
  readonly version: number;
  readonly step: ListingStep;
  readonly by: { readonly subject: string; readonly role: ListingRole };
  readonly at: Instant;
  readonly on: CalendarDate;
}
