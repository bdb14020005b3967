import type { AreaCode } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Listing, ListingId, RecordedListingStep } from "#shared/domain/listing.ts";
import type { Objection, ObjectionId, RecordedObjectionStep } from "#shared/domain/objection.ts";
import type { ServiceDepartment } from "#shared/domain/programme.ts";
import type { Page, PageRequest } from "./scores.ts";

/** Where an objection waits for somebody of a department; what the index alone tells. */
export interface ObjectionPlace {
  readonly listingId: ListingId;
  readonly objectionId: ObjectionId;
  readonly area: AreaCode;
  readonly dueOn: CalendarDate;
}

/** What a step of an objection does to its listing. */
export interface WithListing {
  readonly listing: Listing;
  readonly recorded: RecordedListingStep;
}

/** The objections and the steps that made them. Every read but of an index is strongly consistent. */
export interface Objections {
  read(listingId: ListingId, objectionId: ObjectionId): Promise<Objection | undefined>;

  /** From the first one on. */
  readSteps(listingId: ListingId, objectionId: ObjectionId): Promise<readonly RecordedObjectionStep[]>;

  /** In order of their ids. */
  ofListing(listingId: ListingId, request: PageRequest): Promise<Page<Objection>>;

  /**
   * Writes one step, the objection it makes and what it does to the listing: all or nothing. `overtaken`: objection or
   * listing is another by now, read again.
   */
  record(
    objection: Objection,
    recorded: RecordedObjectionStep,
    together?: WithListing,
  ): Promise<"recorded" | "overtaken">;

  /** What waits for the department in the city of the area, the earliest due first. A moment old, like every index. */
  queue(department: ServiceDepartment, area: AreaCode, request: PageRequest): Promise<Page<ObjectionPlace>>;
}
