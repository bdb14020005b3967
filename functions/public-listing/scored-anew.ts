import type { ListingCorrection } from "#shared/domain/listing.ts";
import { tieBreakValues } from "#shared/ranking/tie-break-values.ts";
import { frozenAnew } from "#shared/settlement/frozen-anew.ts";
import type { Looking } from "#shared/settlement/looking.ts";
import type { Programmes } from "#shared/storage/programmes.ts";
import type { ObjectionSetting } from "./take-objection-step.ts";

export interface ScoringAnew {
  readonly looking: Looking;
  readonly programmes: Pick<Programmes, "read">;
}

/** What the entry comes to as of the same day, by what is known by now. */
export const scoredAnew = async (
  { looking, programmes }: ScoringAnew,
  { listing, application }: ObjectionSetting,
): Promise<ListingCorrection["becomes"]> => {
  const programme = await programmes.read(listing.programmeId);
  if (!programme) throw new Error("a listing is of a programme that is not there");
  const freezing = await frozenAnew(looking, programme, application);
  if (freezing.becomes === "left-out") return { as: "left-out" };
  const [counts] = freezing.scores;
  if (!counts) throw new Error("an application is frozen without a score");
  const values = tieBreakValues(programme.terms, listing.seed.seed, application, counts);
  return { as: "scored", points: counts.total, values, frozen: freezing.scores };
};
