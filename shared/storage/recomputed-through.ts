import { dayOf } from "#shared/domain/calendar.ts";
import { neverRecomputed, type RecomputedThrough } from "#shared/scoring/score.ts";
import type { Subject } from "#shared/scoring/subject.ts";
import type { VersionedSubject } from "./residents.ts";
import type { Scores } from "./scores.ts";

/** Only a permit that was restored asks what has been recomputed since; every other answer needs the dossier alone. */
export const recomputedThroughOf = async (
  scores: Pick<Scores, "read">,
  { residentId, subject }: Pick<VersionedSubject, "residentId" | "subject">,
): Promise<RecomputedThrough> => {
  const stored = isRestored(subject) ? await scores.read(residentId) : undefined;
  return stored ? { version: stored.basis.dossierVersion, on: dayOf(stored.basis.asOf) } : neverRecomputed;
};

const isRestored = ({ facts }: Subject): boolean =>
  facts.permit.some((state) => state.standing !== "none" && state.restored !== undefined);
