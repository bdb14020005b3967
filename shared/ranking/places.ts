import type { ProgrammeTerms } from "#shared/domain/programme.ts";

/** By code of offer and of tier, how many may be let in; `null`: everyone. */
export type Places = Readonly<Record<string, number | null>>;

/** What there is to be given out: the places of the terms, or what the round before has left of them. */
export const placesOf = ({ offers, tiers }: PlacedTerms, left: Places | undefined): Places =>
  Object.fromEntries(
    [...offers, ...tiers].map(({ code, places }) => {
      const stated = left === undefined ? places : left[code];
      if (stated === undefined) throw new Error(`nothing says how many places ${code} has left`);
      return [code, stated];
    }),
  );

/** What is left once these are in; never below none, although all who tied may have got in. */
export const placesLeft = (
  terms: PlacedTerms,
  left: Places | undefined,
  taken: readonly { readonly offer?: string; readonly tier?: string }[],
): Places => {
  const count = new Map<string | undefined, number>();
  for (const { offer, tier } of taken) for (const code of [offer, tier]) count.set(code, (count.get(code) ?? 0) + 1);
  return Object.fromEntries(
    Object.entries(placesOf(terms, left)).map(([code, places]) => [
      code,
      places === null ? null : Math.max(0, places - (count.get(code) ?? 0)),
    ]),
  );
};

type PlacedTerms = Pick<ProgrammeTerms, "offers" | "tiers">;
