import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { WorkingDays } from "#shared/domain/working-days.ts";
import type { Findings } from "#shared/storage/findings.ts";
import type { Residents } from "#shared/storage/residents.ts";

/** What every step of a finding takes: the findings, the dossiers that they change, and the two clocks. */
export interface FindingStepping {
  readonly findings: Pick<Findings, "read" | "record" | "lastCredit">;
  readonly residents: Pick<Residents, "read">;
  readonly workingDays: WorkingDays;
  readonly now: () => Instant;
  readonly today: () => CalendarDate;
}
