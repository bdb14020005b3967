import fc from "fast-check";
import { expect, test } from "vitest";
import type { Points } from "#shared/domain/points.ts";
import { placesOf } from "#shared/ranking/places.ts";
import { rank } from "#shared/ranking/rank.ts";
import { byStanding, type Contender, doTie } from "#shared/ranking/standing-order.ts";
import { tierIn } from "#shared/ranking/tier-in.ts";
import { askedBy, type Ranking, rankings } from "../../support/a-ranking.ts";

type Asking = Contender & { readonly wishes: readonly string[]; readonly tier: string | undefined };

const askingIn = ({ terms, left, candidates }: Ranking): readonly Asking[] => {
  const tierOf = tierIn(terms);
  return rank(terms, left, candidates)
    .filter(({ place }) => place !== null)
    .map(({ applicationNumber }) => askedBy(candidates, applicationNumber) as Contender & { wishes: string[] })
    .map((asking) => ({ ...asking, tier: tierOf(asking.points as Points)?.code }))
    .sort(byStanding);
};

const gotIn = ({ terms, left, candidates }: Ranking): readonly (string | undefined)[] =>
  rank(terms, left, candidates)
    .filter(({ place }) => place !== null)
    .map(({ offer }) => offer);

/** Every way in which each gets one of their wishes or nothing. */
const assignments = (asking: readonly Asking[]): readonly (readonly (string | undefined)[])[] =>
  asking.reduce<readonly (readonly (string | undefined)[])[]>(
    (ways, { wishes }) => ways.flatMap((way) => [undefined, ...wishes].map((got) => [...way, got])),
    [[]],
  );

test("of all ways to give the places out, exactly one is lawful and leaves nobody with a just complaint: the ranking", () => {
  fc.assert(
    fc.property(rankings({ most: 5, allTiedIn: fc.constant(false) }), (ranking) => {
      const asking = askingIn(ranking);
      const places = placesOf(ranking.terms, ranking.left);
      const usesOf = (way: readonly (string | undefined)[], code: string, among: number) =>
        way.filter((got, at) => at < among && got !== undefined && (got === code || asking[at]?.tier === code)).length;
      const hasRoom = (way: readonly (string | undefined)[], code: string | undefined, among: number) =>
        code === undefined || usesOf(way, code, among) < (places[code] ?? Number.POSITIVE_INFINITY);
      const isLawful = (way: readonly (string | undefined)[]) =>
        Object.entries(places).every(([code, most]) => usesOf(way, code, way.length) <= (most ?? way.length));
      // a dearer wish and a place in the tier would be there, were it not for those who stand behind
      const canComplain = (way: readonly (string | undefined)[], at: number) => {
        const { wishes = [], tier } = asking[at] ?? {};
        const got = way[at];
        const dearer = got === undefined ? wishes : wishes.slice(0, wishes.indexOf(got));
        return hasRoom(way, tier, at) && dearer.some((wish) => hasRoom(way, wish, at));
      };
      const just = assignments(asking).filter((way) => isLawful(way) && way.every((_, at) => !canComplain(way, at)));

      expect(just).toEqual([gotIn(ranking)]);
    }),
    { numRuns: 400 },
  );
});

test("where all who tie get in, it is as if each were asked alone whether they tie with the last one in", () => {
  fc.assert(
    fc.property(rankings({ most: 10, allTiedIn: fc.constant(true) }), (ranking) => {
      const asking = askingIn(ranking);
      const places = placesOf(ranking.terms, ranking.left);
      const inside: Record<string, Asking[]> = {};
      const lets = (one: Asking, code: string | undefined): boolean => {
        if (code === undefined) return true;
        const there = inside[code] ?? [];
        return there.length < (places[code] ?? Number.POSITIVE_INFINITY) || doTie(there.at(-1), one);
      };
      const got = asking.map((one) => {
        const offer = lets(one, one.tier) ? one.wishes.find((wish) => lets(one, wish)) : undefined;
        if (offer === undefined) return undefined;
        for (const code of [offer, one.tier]) if (code !== undefined) inside[code] = [...(inside[code] ?? []), one];
        return offer;
      });

      expect(gotIn(ranking)).toEqual(got);
    }),
    { numRuns: 2000 },
  );
});
