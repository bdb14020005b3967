import type { ListingEntry } from "#shared/domain/listing.ts";
import { exactPoints, noPoints, type Points } from "#shared/domain/points.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import { admissions } from "./admissions.ts";
import type { Places } from "./places.ts";
import { byNumber, byPoints, byStanding, type Contender, doTie, tiesOf } from "./standing-order.ts";
import { decidingTieBreaks } from "./tie-break-values.ts";
import { tierIn } from "./tier-in.ts";

/** One application as it goes into the ranking. */
export interface Candidate extends Omit<Contender, "points"> {
  /** Null for who is left out. */
  readonly points: Points | null;
  /** Codes of offers, the dearest first. */
  readonly wishes: readonly string[];
}

/** What the ranking says of one application: its line of the listing but for name and commitment. */
export type Ranked = Omit<ListingEntry, "maskedName" | "commitment">;

export type RankingTerms = Pick<ProgrammeTerms, "threshold" | "offers" | "tiers" | "tieBreaks" | "allTiedIn">;

/** 梯度供给. Everyone in the order in which they stand, and what each has got. The same whatever the order of input. */
export const rank = (
  terms: RankingTerms,
  left: Places | undefined,
  candidates: readonly Candidate[],
): readonly Ranked[] => {
  assertRankable(terms, candidates);
  const suffices = sufficesFor(terms);
  const scored = candidates.filter(isScored);
  const contestants = scored.filter(suffices).sort(byStanding);
  const below = scored.filter((candidate) => !suffices(candidate)).sort(byPoints);
  const leftOut = candidates.filter(({ points }) => points === null).sort(byNumber);

  const places = sharedPlaces(contestants);
  const ties = tiesOf(contestants);
  const admitted = admissions(terms, left, contestants);
  const placed = contestants.map((contestant, at): Line => {
    const standing = { ...asked(contestant), place: places[at] ?? null, ties: ties[at] ?? [] };
    return admitted[at] ? { ...standing, result: "placed", ...admitted[at] } : { ...standing, result: "no-place" };
  });
  const unplaced =
    (result: Ranked["result"]) =>
    (candidate: Candidate): Line => ({
      ...asked(candidate),
      ...{ place: null, ties: [], result },
    });
  const lines = [...placed, ...below.map(unplaced("below-threshold")), ...leftOut.map(unplaced("left-out"))];
  return lines.map((line, at) => ({ ...line, position: at + 1 }));
};

type Contestant = Contender & Candidate;
type Line = Omit<Ranked, "position">;

const isScored = (candidate: Candidate): candidate is Contestant => candidate.points !== null;

const asked = ({ applicationNumber, points, wishes }: Candidate) => ({ applicationNumber, points, wishes });

/** Whether the points reach the threshold, and one of the tiers where there are some. */
const sufficesFor = (terms: RankingTerms): ((contestant: Contestant) => boolean) => {
  const threshold = terms.threshold === null ? noPoints : exactPoints(terms.threshold);
  const tierOf = tierIn(terms);
  return ({ points }) => points >= threshold && (terms.tiers.length === 0 || tierOf(points) !== undefined);
};

/** 1, 2, 2, 4: whoever ties on everything shares a place. */
const sharedPlaces = (contestants: readonly Contestant[]): readonly number[] => {
  const places: number[] = [];
  for (const [at, contestant] of contestants.entries()) {
    places.push(doTie(contestants[at - 1], contestant) ? (places[at - 1] ?? 0) : at + 1);
  }
  return places;
};

const assertRankable = (terms: RankingTerms, candidates: readonly Candidate[]): void => {
  const numbers = new Set(candidates.map(({ applicationNumber }) => applicationNumber));
  if (numbers.size < candidates.length) throw new Error("an application is to be ranked twice");
  const values = decidingTieBreaks(terms).length;
  const unlike = candidates.find((candidate) => candidate.points !== null && candidate.values.length !== values);
  if (unlike) throw new Error(`${unlike.applicationNumber} is not ranked by ${values} tie-breaks`);
};
