import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { FactName } from "#shared/domain/facts.ts";
import type { WorkingDays } from "#shared/domain/working-days.ts";
import type { ReviewRules } from "#shared/procedure/review-terms.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Reviews } from "#shared/storage/reviews.ts";

/** What every step of a review takes: the reviews, the rules and the two clocks. */
export interface Reviewing {
  readonly reviews: Pick<Reviews, "read" | "record">;
  readonly workingDays: WorkingDays;
  readonly rulesFor: (fact: FactName) => ReviewRules;
  /** In whose words its letters name the line. */
  readonly standards: Standards;
  readonly now: () => Instant;
  readonly today: () => CalendarDate;
}

/** For a step of the person: whose area the window has to cover. */
export interface ReviewingPerson extends Reviewing {
  readonly residents: Pick<Residents, "read">;
}
