import { applyListingStep } from "#shared/domain/apply-listing-step.ts";
import { applyObjectionStep } from "#shared/domain/apply-objection-step.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Listing, ListingStep } from "#shared/domain/listing.ts";
import type { Objection, ObjectionId, ObjectionStep, RecordedObjectionStep } from "#shared/domain/objection.ts";
import type { Objecting } from "./objecting.ts";

export interface ObjectionStepping {
  readonly listing: Listing;
  /** Absent before the first step. */
  readonly objection: Objection | undefined;
  readonly objectionId: ObjectionId;
  readonly step: ObjectionStep;
  /** What it does to the listing, if anything. */
  readonly listingStep: ListingStep | undefined;
  readonly who: RecordedObjectionStep["by"];
  readonly on: CalendarDate;
}

/** Writes one step of an objection, and what it does to its listing: all or nothing. */
export const recordObjectionStep = async (
  { objections, now }: Pick<Objecting, "objections" | "now">,
  { listing, objection: before, objectionId, step, listingStep, who, on }: ObjectionStepping,
): Promise<{ readonly objection: Objection; readonly outcome: "recorded" | "overtaken" }> => {
  const { listingId } = listing;
  const { subject, role } = who;
  const by = { subject, role };
  const at = now();
  const recorded = { objectionId, listingId, version: (before?.version ?? 0) + 1, step, by, at, on };
  const objection = applyObjectionStep(before, recorded);
  const together = listingStep && { listingId, version: listing.version + 1, step: listingStep, by, at, on };
  const outcome = await objections.record(
    objection,
    recorded,
    together && { listing: applyListingStep(listing, together), recorded: together },
  );
  return { objection, outcome };
};
