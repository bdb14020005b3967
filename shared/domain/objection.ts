import * as z from "zod";
import type { ApplicationNumber } from "./application.ts";
import type { AreaCode } from "./area.ts";
import type { CalendarDate } from "./calendar.ts";
import type { Instant } from "./dossier.ts";
import type { ListingCorrection, ListingId } from "./listing.ts";
import type { ServiceDepartment } from "./programme.ts";
import type { ResidentId } from "./resident-id.ts";
import type { Term } from "./review.ts";

export const ObjectionId = z
  .string()
  .regex(/^o-[0-9a-z]{26}$/, "must be an objectionId as POST …/objections answers it")
  .brand<"ObjectionId">()
  .meta({ id: "ObjectionId", description: "Opaque", examples: ["o-0h7q3n5v9x2k4m6p8s1t3w5y7z"] });
export type ObjectionId = z.infer<typeof ObjectionId>;

/** Where an objection stands. `docs/programmes.md` shows how it gets from one to the next. */
export const ObjectionState = z
  .enum(["submitted", "under-verification", "upheld", "rejected", "withdrawn"])
  .meta({ id: "ObjectionState" });
export type ObjectionState = z.infer<typeof ObjectionState>;

export type ObjectionRole = "objector" | "verifier";

/** 异议: somebody says that one entry of a listing is wrong. As it stands: the fold of its steps. */
export interface Objection {
  readonly objectionId: ObjectionId;
  readonly listingId: ListingId;
  /** The number of its steps. */
  readonly version: number;
  /** The entry it is about. */
  readonly applicationNumber: ApplicationNumber;
  readonly department: ServiceDepartment;
  readonly area: AreaCode;
  /** In the objector's own words; for those who decide, never published. */
  readonly reason: string;
  /** The issuer's subject, and which resident that is, if any. */
  readonly objector: { readonly subject: string; readonly residentId?: ResidentId };
  readonly filedAt: Instant;
  readonly state: ObjectionState;
  readonly since: CalendarDate;
  /** By when it is to be decided. */
  readonly term: Term;
  /** Who looks into it. Another colleague may take it over. */
  readonly holder?: string;
  readonly decision?: ObjectionDecision;
}

export interface ObjectionDecision {
  /** Published with what it changes: names nobody. */
  readonly reason: string;
  readonly clause: string;
  /** What becomes of the entry; absent when rejected. */
  readonly becomes?: ListingCorrection["becomes"];
  readonly by: string;
  readonly on: CalendarDate;
}

/** What happens to an objection. The type is the name of the step in `objection-machine.ts`. */
export type ObjectionStep =
  | {
      readonly type: "submitted";
      readonly applicationNumber: ApplicationNumber;
      readonly department: ServiceDepartment;
      readonly area: AreaCode;
      readonly reason: string;
      readonly residentId?: ResidentId;
      readonly term: Term;
    }
  | { readonly type: "assigned" }
  | {
      readonly type: "upheld";
      readonly reason: string;
      readonly clause: string;
      readonly becomes: ListingCorrection["becomes"];
    }
  | { readonly type: "rejected"; readonly reason: string; readonly clause: string }
  | { readonly type: "withdrawn" };
export type ObjectionStepType = ObjectionStep["type"];

export interface RecordedObjectionStep {
  readonly objectionId: ObjectionId;
  readonly listingId: ListingId;
  /** The objection version that the step made. */
  readonly version: number;
  readonly step: ObjectionStep;
  readonly by: { readonly subject: string; readonly role: ObjectionRole };
  readonly at: Instant;
  readonly on: CalendarDate;
}
