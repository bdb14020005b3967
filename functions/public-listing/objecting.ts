import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { WorkingDays } from "#shared/domain/working-days.ts";
import type { Applications } from "#shared/storage/applications.ts";
import type { Listings } from "#shared/storage/listings.ts";
import type { Objections } from "#shared/storage/objections.ts";
import type { TermsOf } from "./terms-of.ts";

/** What every step of an objection takes. */
export interface Objecting {
  readonly listings: Listings;
  readonly objections: Objections;
  readonly applications: Pick<Applications, "read" | "record">;
  readonly termsOf: TermsOf;
  readonly workingDays: WorkingDays;
  readonly now: () => Instant;
  readonly today: () => CalendarDate;
}
