import type { Instant } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Residents, VersionedSubject } from "#shared/storage/residents.ts";
import type { StoredScore } from "#shared/storage/stored-score.ts";
import type { LastNight } from "./last-night.ts";
import { type Recomputed, type Recomputing, recompute } from "./recompute.ts";
import { isSameResult } from "./score-changes.ts";
import { scoreRecord } from "./score-record.ts";

export interface Sweeping extends Recomputing {
  readonly residents: Pick<Residents, "readSubject" | "readChanges">;
  readonly reportMissed: (missed: Missed) => void;
}

/** A score that a completed night should have caught. */
export interface Missed {
  readonly residentId: ResidentId;
  readonly digests: { readonly stored: string; readonly expected: string };
}

/** `since`: when the first change arrived that the record had not followed. */
export type SweepFinding =
  | { readonly found: "nothing" | "missed" }
  | { readonly found: "behind"; readonly since: Instant | null };

/** Recomputes one resident, and says what feed and nights should have done before. Where nothing is repaired, nothing was missed. */
export const sweepResident =
  (sweeping: Sweeping, lastNight: LastNight | undefined) =>
  async (residentId: ResidentId): Promise<{ readonly recomputed: Recomputed; readonly finding: SweepFinding }> => {
    const { residents, scores } = sweeping;
    const look = findingOf(sweeping, lastNight);
    const seen: { previous?: StoredScore | undefined; dossier?: VersionedSubject | undefined } = {};
    let finding: SweepFinding = { found: "nothing" };
    const recomputed = await recompute({
      ...sweeping,
      residents: {
        readSubject: async (whom) => {
          seen.dossier = await residents.readSubject(whom);
          return seen.dossier;
        },
      },
      scores: {
        read: async (whom) => {
          seen.previous = await scores.read(whom);
          return seen.previous;
        },
        // looked at before it is repaired: a worker killed in between would otherwise leave a silent repair
        save: async (score, saving) => {
          finding = await look(seen.previous, score, seen.dossier);
          return scores.save(score, saving);
        },
      },
    })(residentId, "swept");
    return { recomputed, finding };
  };

const findingOf =
  ({ residents, standards, reportMissed }: Sweeping, lastNight: LastNight | undefined) =>
  async (
    previous: StoredScore | undefined,
    score: StoredScore,
    dossier: VersionedSubject | undefined,
  ): Promise<SweepFinding> => {
    const { residentId } = score;
    const version = previous?.basis.dossierVersion ?? 0;
    if (!previous || version < score.basis.dossierVersion) {
      const [change] = await residents.readChanges(residentId, version + 1, version + 1);
      return { found: "behind", since: change?.receivedAt ?? null };
    }
    if (!dossier || !lastNight || !shouldHaveCaught(lastNight, previous, score)) return { found: "nothing" };
    const expected = score.basis.asOf === lastNight.day ? score : scoreRecord(standards, dossier, lastNight.day, score);
    if (isSameResult(previous, expected)) return { found: "nothing" };
    reportMissed({ residentId, digests: { stored: previous.digest, expected: expected.digest } });
    return { found: "missed" };
  };

const shouldHaveCaught = ({ day, followedRules }: LastNight, { basis }: StoredScore, score: StoredScore): boolean => {
  const { registryRevision } = score.basis;
  // what a newer program has recorded, one that a deployment is replacing can't judge
  const isJudged = followedRules
    ? basis.registryRevision <= registryRevision
    : basis.registryRevision === registryRevision;
  return isJudged && basis.asOf <= day;
};
