import type { ApplicationNumber } from "#shared/domain/application.ts";
import type { Listing } from "#shared/domain/listing.ts";
import type { Ranked } from "./rank.ts";

/** One way in which an export is not what it should be. Lines are those of the file, the first is 1. */
export type Difference =
  | { readonly kind: "unreadable"; readonly line: number; readonly why: string }
  /** Its content does not fit its check, or is written in another way. */
  | { readonly kind: "edited"; readonly line: number; readonly entry?: EntryName }
  | { readonly kind: "missing"; readonly from: number; readonly through: number }
  | { readonly kind: "out-of-order"; readonly line: number; readonly entry: EntryName; readonly after: EntryName }
  | { readonly kind: "twice"; readonly line: number; readonly entry: EntryName }
  | { readonly kind: "commitment"; readonly line: number; readonly entry: EntryName }
  /** It stands before one that ranks before it. */
  | { readonly kind: "stands-too-early"; readonly entry: EntryName; readonly before: EntryName; readonly ranks: number }
  | {
      readonly kind: "comes-to";
      readonly entry: EntryName;
      readonly field: keyof Ranked;
      readonly stated: unknown;
      readonly recomputed: unknown;
    }
  | { readonly kind: "counts"; readonly stated: Listing["counts"]; readonly recomputed: Listing["counts"] }
  | {
      readonly kind: "digest";
      readonly of: "export" | "published";
      readonly stated: string;
      readonly recomputed: string;
    };

export interface EntryName {
  readonly position: number;
  readonly applicationNumber: ApplicationNumber;
}
