import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { Households } from "#shared/storage/households.ts";
import type { Residents } from "#shared/storage/residents.ts";

/** What every step of a relation takes. */
export interface Keeping {
  readonly households: Pick<Households, "read" | "record">;
  readonly residents: Pick<Residents, "readSubject">;
  readonly now: () => Instant;
  readonly today: () => CalendarDate;
}
