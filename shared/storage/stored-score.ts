import type { AreaCode } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { Points } from "#shared/domain/points.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { ScoreLine, ScoreStatus } from "#shared/domain/score.ts";

/** What a score rests on: three values that only grow. */
export interface Basis {
  readonly dossierVersion: number;
  /** One counter over all standards put in force. */
  readonly registryRevision: number;
  readonly asOf: CalendarDate;
}

/** Points of one line, in hundredths. A code is unique within its layer. */
export interface StoredLine {
  readonly layer: ScoreLine["layer"];
  readonly code: string;
  readonly points: Points;
}

/** Why a score was recomputed. The trigger only decides whom and why. */
export type Cause = "requested" | "dossier-changed" | "retried" | "night" | "swept" | "rules-changed";

/** A record of what was computed and when; never the source of an answer. */
export interface StoredScore {
  readonly residentId: ResidentId;
  readonly basis: Basis;
  readonly status: ScoreStatus;
  readonly effectiveTotal: Points;
  /** Null where no standard was in force. */
  readonly provincialTotal: Points | null;
  readonly lines: readonly StoredLine[];
  readonly missing: readonly string[];
  /** The standards in force, by the beginnings of their digests; null where none was. */
  readonly standard: string | null;
  /** When result or area next change by the mere passing of time; null when they never do. */
  readonly nextChangeOn: CalendarDate | null;
  /** The person's area on the as-of day. */
  readonly area: AreaCode;
  readonly recordedAt: Instant;
  /** Why it was recomputed. */
  readonly cause: Cause;
  /** Of the facts and standards that went in. */
  readonly digest: string;
}

/** What changed of one line; a line that is new has no `from`, one that is gone no `to`. */
export interface LineChange {
  readonly layer: ScoreLine["layer"];
  readonly code: string;
  readonly from: Points | null;
  readonly to: Points | null;
}

/** One line of a score's history: the score as recorded, and what was different before. */
export interface RecordedScore extends StoredScore {
  readonly previous: Pick<StoredScore, "status" | "effectiveTotal" | "standard" | "basis"> | null;
  readonly changes: readonly LineChange[];
}
