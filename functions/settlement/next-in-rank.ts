import type { Application, ApplicationNumber } from "#shared/domain/application.ts";
import type { ListingEntry } from "#shared/domain/listing.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import type { Places } from "#shared/ranking/places.ts";
import { tierIn } from "#shared/ranking/tier-in.ts";

/** An entry of a closed listing, and what became of its application. */
export interface Standing {
  readonly entry: ListingEntry;
  readonly application: Application;
}

/** Who moves up, to what, and instead of whom. */
export interface MovingUp {
  readonly applicationNumber: ApplicationNumber;
  readonly offer: string;
  readonly tier?: string;
  readonly insteadOf: ApplicationNumber;
}

/**
 * The first one, in the order of the listing, who wished what has come free and got nothing; with everyone who shares the
 * place in rank where all who tie get in.
 */
export const nextInRank = (
  terms: Pick<ProgrammeTerms, "tiers" | "allTiedIn">,
  places: Places,
  standings: readonly Standing[],
): readonly MovingUp[] => {
  const moving = (standing: Standing): readonly MovingUp[] => movingUp(terms, places, standings, standing);
  const first = standings.find((standing) => moving(standing).length > 0);
  if (!first) return [];
  const tied = terms.allTiedIn ? standings.filter(({ entry }) => entry.place === first.entry.place) : [first];
  return tied.flatMap(moving);
};

const movingUp = (
  terms: Pick<ProgrammeTerms, "tiers">,
  places: Places,
  standings: readonly Standing[],
  { entry, application }: Standing,
): readonly MovingUp[] => {
  if (application.state !== "not-granted" || entry.result !== "no-place" || entry.points === null) return [];
  const hasPlace = (code: string): boolean => places[code] === null || (places[code] ?? 0) > 0;
  const tier = tierIn(terms)(entry.points)?.code;
  if (tier !== undefined && !hasPlace(tier)) return [];
  for (const offer of entry.wishes.filter(hasPlace)) {
    const insteadOf = whoLeft(standings, { offer, tier });
    if (!insteadOf) continue;
    const { applicationNumber } = entry;
    return [{ applicationNumber, offer, ...(tier !== undefined && { tier }), insteadOf }];
  }
  return [];
};

/** Of those who had the place, or should have got it, the first whose place nobody has yet. */
const whoLeft = (
  standings: readonly Standing[],
  { offer, tier }: { readonly offer: string; readonly tier: string | undefined },
): ApplicationNumber | undefined => {
  const had = ({ entry, application: { granted } }: Standing): boolean =>
    granted ? granted.offer === offer && granted.tier === tier : entry.offer === offer && entry.tier === tier;
  const left = standings.filter((one) => had(one) && one.application.state !== "granted");
  const movedUp = standings.filter(
    (one) => had(one) && one.application.state === "granted" && one.entry.offer !== offer,
  );
  const gone = left[movedUp.length] ?? left.at(-1);
  return gone?.entry.applicationNumber;
};
