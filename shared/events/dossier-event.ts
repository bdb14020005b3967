import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Department } from "#shared/domain/department.ts";
import type { FactName } from "#shared/domain/facts.ts";
import type { PermitEvent } from "#shared/domain/permit-event.ts";

/** What has happened to a dossier, in the past tense. It tells what changed, never to what. */
export type DossierEvent =
  | { readonly name: "resident-registered" }
  /** The area of residence registration is another one. */
  | { readonly name: "registration-moved" }
  | { readonly name: "facts-changed"; readonly department: Department; readonly facts: readonly FactName[] }
  /** The department has reported again what was known. */
  | { readonly name: "facts-confirmed"; readonly department: Department }
  /** Public security reported another birth date than the identity number holds. */
  | { readonly name: "birth-date-contradicted" }
  /** A review corrected a fact, or its reopening took that back. */
  | { readonly name: "fact-corrected" | "correction-withdrawn"; readonly reviewId: string }
  /** The source says by now what a review had corrected. */
  | { readonly name: "correction-confirmed"; readonly reviewId: string }
  /** The source says something else than a review had corrected, and than it had said before. */
  | { readonly name: "correction-contradicted"; readonly reviewId: string; readonly recordId: string }
  /** The source says again what it said when it was corrected. */
  | { readonly name: "correction-uncontested"; readonly reviewId: string }
  /** A finding of forgery has voided what it found false, or was overturned. */
  | { readonly name: "facts-voided" | "voiding-withdrawn"; readonly findingId: string }
  | {
      readonly name: PermitEventName;
      readonly eventId: string;
      readonly effectiveOn: CalendarDate;
      /** The dossier version that took it in. */
      readonly version: number;
    };

export type PermitEventName = (typeof permitEventNames)[PermitEvent["type"]];

/** 签发, 中止, 恢复, 注销, 迁移, 互认转换, 签注: what has happened to a permit. */
export const permitEventNames = {
  issue: "permit-issued",
  suspend: "permit-suspended",
  restore: "permit-restored",
  cancel: "permit-cancelled",
  move: "permit-moved",
  convert: "permit-converted",
  endorse: "permit-endorsed",
} as const satisfies Record<PermitEvent["type"], `permit-${string}`>;
