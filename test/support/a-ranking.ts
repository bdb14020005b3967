import fc from "fast-check";
import type { ApplicationNumber } from "#shared/domain/application.ts";
import type { Points } from "#shared/domain/points.ts";
import type { Places } from "#shared/ranking/places.ts";
import type { Candidate, Ranked, RankingTerms } from "#shared/ranking/rank.ts";
import { decidingTieBreaks } from "#shared/ranking/tie-break-values.ts";
import { someTerms } from "./a-programme.ts";
import { applicationNumber } from "./an-application.ts";

/** Somebody with so many points, who ties with everyone alike unless values say otherwise. */
export const candidate = (
  number: number,
  points: number | null,
  wishes: readonly string[],
  values: Candidate["values"] = [0],
): Candidate => ({
  applicationNumber: applicationNumber(number),
  points: points === null ? null : ((points * 100) as Points),
  wishes,
  values,
});

const named = (code: string) => ({ code, name: { zh: code, en: code } });

/** Offers and tiers by their codes and places. */
export const termsWith = ({
  offers,
  tiers = {},
  ...rest
}: {
  readonly offers: Places;
  readonly tiers?: Readonly<Record<string, readonly [from: number, places: number | null]>>;
} & Partial<Pick<RankingTerms, "threshold" | "tieBreaks" | "allTiedIn">>) =>
  someTerms({
    tieBreaks: [{ by: "lot" }],
    ...rest,
    offers: Object.entries(offers).map(([code, places]) => ({ ...named(code), places })),
    tiers: Object.entries(tiers).map(([code, [from, places]]) => ({ ...named(code), from, places })),
  });

/** Who has got what, by the number of the application. */
export const outcomes = (ranked: readonly Ranked[]): readonly string[] =>
  ranked.map(({ place, applicationNumber: number, result, offer }) => `${place ?? "–"} ${number} ${offer ?? result}`);

export interface Ranking {
  readonly terms: ReturnType<typeof someTerms>;
  readonly left: Places | undefined;
  readonly candidates: readonly Candidate[];
}

const somePlaces = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null, freq: 6 });
const codes = ["x", "y", "z"] as const;

const termsIn = (allTiedIn: fc.Arbitrary<boolean>, tiers: boolean) =>
  fc
    .record({
      places: fc.tuple(somePlaces, somePlaces, somePlaces),
      threshold: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
      tiers: tiers
        ? fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), somePlaces), { maxLength: 3 })
        : fc.constant<[number, number | null][]>([]),
      tieBreaks: fc.integer({ min: 0, max: 2 }),
      allTiedIn,
    })
    .map(({ places, tiers: bands, tieBreaks, ...rest }) =>
      termsWith({
        ...rest,
        offers: Object.fromEntries(codes.map((code, at) => [code, places[at] ?? null])),
        tiers: Object.fromEntries(
          [...new Map(bands)]
            .sort(([one], [other]) => other - one)
            .map(([from, band]) => [`from-${from}`, [from, band] as const]),
        ),
        tieBreaks: Array.from({ length: tieBreaks }, () => ({ by: "applied-earlier" as const })),
      }),
    );

/** Few points and few values, so that many tie; some offers and tiers with no place, some without end. */
export const rankings = ({
  most,
  allTiedIn = fc.boolean(),
  tiers = true,
}: {
  readonly most: number;
  readonly allTiedIn?: fc.Arbitrary<boolean>;
  readonly tiers?: boolean;
}): fc.Arbitrary<Ranking> =>
  termsIn(allTiedIn, tiers).chain((terms) => {
    const own = terms.tieBreaks.length;
    const hasLot = decidingTieBreaks(terms).length > own;
    const someone = fc.record({
      points: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null, freq: 8 }),
      wishes: fc.shuffledSubarray([...codes], { minLength: 1 }),
      values: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: own, maxLength: own }),
    });
    return fc.record({
      terms: fc.constant(terms),
      left: fc.option(
        fc.record(Object.fromEntries([...terms.offers, ...terms.tiers].map(({ code }) => [code, somePlaces]))),
        { nil: undefined, freq: 2 },
      ),
      candidates: fc
        .tuple(fc.array(someone, { maxLength: most }), fc.integer({ min: 1, max: 96 }))
        .map(([people, lot]) =>
          people.map(({ points, wishes, values }, at) =>
            candidate(
              at + 1,
              points,
              wishes,
              hasLot ? [...values, `${(lot * (at + 1)) % 97}`.padStart(2, "0")] : values,
            ),
          ),
        ),
    });
  });

/** The candidate whom a line is about. */
export const askedBy = (candidates: readonly Candidate[], number: ApplicationNumber): Candidate => {
  const found = candidates.find(({ applicationNumber: own }) => own === number);
  if (!found) throw new Error(`${number} did not ask`);
  return found;
};
