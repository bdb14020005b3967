import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { scoreOn } from "#shared/scoring/score.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { Subject } from "#shared/scoring/subject.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Scores } from "#shared/storage/scores.ts";
import type { Basis, Cause, RecordedScore, StoredScore } from "#shared/storage/stored-score.ts";
import { isSameResult, lineChanges } from "./score-changes.ts";
import { scoreMessage } from "./score-message.ts";
import { scoreRecord } from "./score-record.ts";

export interface Recomputing {
  readonly residents: Pick<Residents, "readSubject">;
  readonly scores: Pick<Scores, "read" | "save">;
  readonly standards: Standards;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
}

/** `kept`: a basis at least as new was recorded already. `unchanged`: nothing was written, for nothing would differ. */
export type Recomputed =
  | { readonly outcome: "unknown" }
  | {
      readonly outcome: "kept" | "unchanged" | "recorded" | "recorded-changed";
      /** What was stored before. */
      readonly previous: StoredScore | undefined;
      /** What was found just now, whether or not it was written. */
      readonly score: StoredScore;
    };

/** What to do where result, area, next change and dossier version are those stored: save the newer day all the same? */
export type IfUnchanged = "record" | "keep";

/**
 * Scores the dossier as it stands today and records the result, with a line of history when it differs. Where another
 * recomputation came in between, both are read again.
 */
export const recompute =
  ({ residents, scores, standards, today, now }: Recomputing) =>
  async (residentId: ResidentId, cause: Cause, ifUnchanged: IfUnchanged = usually[cause]): Promise<Recomputed> => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      // the recorded score first: the dossier read after it is then at least as new
      const previous = await scores.read(residentId);
      const dossier = await residents.readSubject(residentId);
      if (!dossier) return { outcome: "unknown" };
      const { subject } = dossier;
      const asOf = laterDate(today(), previous?.basis.asOf);
      const score = scoreRecord(standards, dossier, asOf, { recordedAt: now(), cause });
      const found = { previous, score };
      if (previous && !isNewerInPart(score.basis, previous.basis)) return { outcome: "kept", ...found };

      const stood = previous && whatStood(standards, subject, previous, asOf);
      const history = stood && isSameResult(stood, score) ? undefined : historyLine(previous, stood, score);
      if (previous && !history && ifUnchanged === "keep" && isSameRecord(previous, score)) {
        return { outcome: "unchanged", ...found };
      }
      const message = scoreMessage(stood, score);
      const saved = await scores.save(score, { replaces: previous?.basis, history, message });
      if (saved === "saved") return { outcome: history ? "recorded-changed" : "recorded", ...found };
    }
    throw new Error(`the score of ${residentId} kept being recorded by others, or under a newer registry`);
  };

const attempts = 5;

// whoever changed a dossier, or asks for one, finds it in the basis; mass work writes only what differs
const usually = {
  requested: "record",
  "dossier-changed": "record",
  retried: "record",
  night: "keep",
  swept: "keep",
  "rules-changed": "keep",
} as const satisfies Record<Cause, IfUnchanged>;

const laterDate = (one: CalendarDate, other: CalendarDate | undefined): CalendarDate =>
  other !== undefined && other > one ? other : one;

const isNewerInPart = (one: Basis, other: Basis): boolean =>
  one.dossierVersion > other.dossierVersion || one.registryRevision > other.registryRevision || one.asOf > other.asOf;

/** What a query showed until now: the recorded score, unless a restored permit has been waiting since. */
const whatStood = (standards: Standards, subject: Subject, previous: StoredScore, asOf: CalendarDate): StoredScore => {
  const { basis } = previous;
  const recomputedThrough = { version: basis.dossierVersion, on: dayOf(basis.asOf) };
  const { status, effectiveTotal } = scoreOn(standards, subject, dayOf(asOf), recomputedThrough);
  return status === "pending-recompute" ? { ...previous, status, effectiveTotal } : previous;
};

const isSameRecord = (previous: StoredScore, score: StoredScore): boolean =>
  previous.basis.dossierVersion === score.basis.dossierVersion &&
  previous.nextChangeOn === score.nextChangeOn &&
  previous.area === score.area;

const historyLine = (
  previous: StoredScore | undefined,
  stood: StoredScore | undefined,
  score: StoredScore,
): RecordedScore => ({
  ...score,
  changes: lineChanges(previous, score),
  previous: stood ? summary(stood) : null,
});

const summary = ({ status, effectiveTotal, standard, basis }: StoredScore) => ({
  status,
  effectiveTotal,
  standard,
  basis,
});
