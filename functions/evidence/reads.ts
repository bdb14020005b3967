import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Applications } from "#shared/storage/applications.ts";
import type { Materials } from "#shared/storage/materials.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Reviews } from "#shared/storage/reviews.ts";

/** What it takes to know who may see which material. */
export interface EvidenceReads {
  readonly residents: Pick<Residents, "readSubject">;
  readonly materials: Pick<Materials, "ofResident">;
  readonly reviews: Pick<Reviews, "ofResident">;
  readonly applications: Pick<Applications, "ofResident" | "readMany">;
  readonly today: () => CalendarDate;
}
