import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import { type Places, placesOf } from "./places.ts";
import { type Contender, doTie } from "./standing-order.ts";
import { tierIn } from "./tier-in.ts";

/** What one has got. */
export interface Admission {
  readonly offer: string;
  readonly tier?: string;
}

/**
 * In the order in which they stand, each gets the dearest wish that still has a place, in a tier that still has one. Where all
 * who tie get in, they are served at once: what was there for the first of them is there for each.
 */
export const admissions = (
  terms: Pick<ProgrammeTerms, "offers" | "tiers" | "allTiedIn">,
  left: Places | undefined,
  inOrder: readonly (Contender & { readonly wishes: readonly string[] })[],
): readonly (Admission | undefined)[] => {
  const tierOf = tierIn(terms);
  const open = new Map(Object.entries(placesOf(terms, left)).map(([code, places]) => [code, places ?? unlimited]));
  const hasPlace = (code: string): boolean => {
    const places = open.get(code);
    if (places === undefined) throw new Error(`no offer is called ${code}`);
    return places > 0;
  };
  const admitted: (Admission | undefined)[] = [];
  let served = 0;
  for (const [at, { points, wishes }] of inOrder.entries()) {
    const tier = tierOf(points)?.code;
    const offer = tier === undefined || hasPlace(tier) ? wishes.find(hasPlace) : undefined;
    admitted.push(offer === undefined ? undefined : { offer, ...(tier !== undefined && { tier }) });
    if (terms.allTiedIn && doTie(inOrder[at], inOrder[at + 1])) continue;
    for (; served <= at; served += 1) {
      for (const code of Object.values(admitted[served] ?? {})) open.set(code, (open.get(code) ?? 0) - 1);
    }
  }
  return admitted;
};

const unlimited = Number.POSITIVE_INFINITY;
