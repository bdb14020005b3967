import { isSameResult } from "#functions/recomputation/score-changes.ts";
import { scoreRecord } from "#functions/recomputation/score-record.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import type { StoredPerson } from "./stored-state.ts";

/** Those whose stored score isn't what a fresh computation of their dossier gives, and what is wrong with it. */
export const recordedWrongly = (
  people: readonly StoredPerson[],
  standards: Standards,
  today: CalendarDate,
): readonly string[] => people.flatMap((person) => wrongWith(person, standards, today));

const wrongWith = ({ dossier, score, history }: StoredPerson, standards: Standards, today: CalendarDate) => {
  const { residentId, version } = dossier;
  const wrong = (what: string) => [`${residentId}: ${what}`];
  if (!score) return wrong("nothing is recorded");
  if (score.basis.dossierVersion !== version) return wrong(`recorded from version ${score.basis.dossierVersion}`);
  const subject = { residentId, version, subject: subjectOf(dossier) };
  const fresh = scoreRecord(standards, subject, today, score);
  if (!isSameResult(score, fresh)) return wrong("another result");
  if (score.nextChangeOn !== fresh.nextChangeOn || score.area !== fresh.area) return wrong("another next change");
  const last = history.at(-1);
  if (!last || !isSameResult(last, score)) return wrong("the history doesn't end in the record");
  return history.flatMap(({ previous }, place) => {
    const before = history[place - 1]?.basis.dossierVersion ?? 0;
    return (previous?.basis.dossierVersion ?? 0) < before
      ? wrong(`history has a gap before its entry ${place + 1}`)
      : [];
  });
};
