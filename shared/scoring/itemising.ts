import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { FactName } from "#shared/domain/facts.ts";
import type { CanonicalResult, RecomputedThrough } from "./score.ts";
import type { Standards } from "./standards.ts";
import type { Subject } from "./subject.ts";

/** When a fact's department last reported, whether it has been silent for longer than it may, and what a review did to the fact. */
export type Provenance = (fact: FactName) => {
  readonly receivedAt: Instant | null;
  readonly stale: boolean;
  readonly correctedOn: CalendarDate | null;
};

/** Facts that no department has reported: those of an estimate. */
export const unreported: Provenance = () => ({ receivedAt: null, stale: false, correctedOn: null });

/** What the explanation of a result is rendered with. */
export interface Itemising {
  readonly standards: Standards;
  readonly subject: Subject;
  readonly result: CanonicalResult;
  readonly recomputedThrough: RecomputedThrough;
  readonly provenance: Provenance;
}
