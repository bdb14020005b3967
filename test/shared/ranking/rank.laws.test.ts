import fc from "fast-check";
import { expect, test } from "vitest";
import type { Points } from "#shared/domain/points.ts";
import { placesLeft, placesOf } from "#shared/ranking/places.ts";
import { type Candidate, type Ranked, rank } from "#shared/ranking/rank.ts";
import { byStanding, type Contender, doTie } from "#shared/ranking/standing-order.ts";
import { tierIn } from "#shared/ranking/tier-in.ts";
import { askedBy, type Ranking, rankings } from "../../support/a-ranking.ts";

const runs = { numRuns: 2000 };
const ranked = ({ terms, left, candidates }: Ranking): readonly Ranked[] => rank(terms, left, candidates);
const isContestant = ({ place }: Ranked): boolean => place !== null;
const asContender = (candidates: readonly Candidate[], { applicationNumber }: Ranked): Contender =>
  askedBy(candidates, applicationNumber) as Contender;
/** The wishes that are dearer than what one got. */
const missed = ({ wishes, offer }: Ranked): readonly string[] =>
  offer === undefined ? wishes : wishes.slice(0, wishes.indexOf(offer));

test("the order of input never matters", () => {
  fc.assert(
    fc.property(
      rankings({ most: 12 }).chain((ranking) =>
        fc.tuple(
          fc.constant(ranking),
          fc.shuffledSubarray([...ranking.candidates], { minLength: ranking.candidates.length }),
        ),
      ),
      ([ranking, candidates]) => {
        expect(ranked({ ...ranking, candidates })).toEqual(ranked(ranking));
      },
    ),
    runs,
  );
});

test("everyone stands on it once, at positions 1, 2, 3 …, and nobody with more points stands behind", () => {
  fc.assert(
    fc.property(rankings({ most: 12 }), (ranking) => {
      const lines = ranked(ranking);
      const contestants = lines.filter(isContestant);

      expect(lines.map(({ position }) => position)).toEqual(ranking.candidates.map((_, at) => at + 1));
      expect(new Set(lines.map(({ applicationNumber }) => applicationNumber)).size).toBe(ranking.candidates.length);
      for (const [at, { points }] of contestants.entries()) {
        expect(points ?? 0).toBeLessThanOrEqual(contestants[at - 1]?.points ?? Number.POSITIVE_INFINITY);
      }
    }),
    runs,
  );
});

test("nobody is passed over at a wish that went to one behind them in the same tier", () => {
  fc.assert(
    fc.property(rankings({ most: 12 }), (ranking) => {
      const tierOf = tierIn(ranking.terms);
      const contestants = ranked(ranking).filter(isContestant);
      for (const [at, line] of contestants.entries()) {
        const behind = contestants
          .slice(at + 1)
          .filter(({ points }) => tierOf(points as Points) === tierOf(line.points as Points));
        for (const wish of missed(line)) expect(behind.filter(({ offer }) => offer === wish)).toEqual([]);
      }
    }),
    runs,
  );
});

test("no place stays empty that somebody wished for and had the points for", () => {
  fc.assert(
    fc.property(rankings({ most: 12 }), (ranking) => {
      const lines = ranked(ranking);
      const left = placesLeft(ranking.terms, ranking.left, lines);
      const hasPlace = (code: string): boolean => (left[code] ?? 1) > 0;
      const tierOf = tierIn(ranking.terms);
      for (const line of lines.filter(isContestant)) {
        const tier = tierOf(line.points as Points);
        const isOpen = line.tier !== undefined || tier === undefined || hasPlace(tier.code);
        if (isOpen) expect(missed(line).filter(hasPlace)).toEqual([]);
      }
    }),
    runs,
  );
});

test("more get in than there are places only where all who tie do, and all who are too many tie with the last", () => {
  fc.assert(
    fc.property(rankings({ most: 12 }), (ranking) => {
      const lines = ranked(ranking);
      for (const [code, places] of Object.entries(placesOf(ranking.terms, ranking.left))) {
        const admitted = lines.filter(({ offer, tier }) => offer === code || tier === code);
        const last = admitted.at(-1);
        if (places === null || admitted.length <= places || !last) continue;
        expect(ranking.terms.allTiedIn).toBe(true);
        expect(places).toBeGreaterThan(0);
        for (const surplus of admitted.slice(places - 1)) {
          expect(doTie(asContender(ranking.candidates, surplus), asContender(ranking.candidates, last))).toBe(true);
        }
      }
    }),
    runs,
  );
});

test("whoever ties on everything with another and wishes the same gets the same", () => {
  fc.assert(
    fc.property(rankings({ most: 10, allTiedIn: fc.constant(true) }), (ranking) => {
      const contestants = ranked(ranking).filter(isContestant);
      for (const one of contestants)
        for (const other of contestants) {
          if (one.place !== other.place || one.wishes.join() !== other.wishes.join()) continue;
          expect([one.result, one.offer, one.tier]).toEqual([other.result, other.offer, other.tier]);
        }
    }),
    runs,
  );
});

test("places are shared by exactly those who tie on everything", () => {
  fc.assert(
    fc.property(rankings({ most: 12 }), (ranking) => {
      const contestants = ranked(ranking).filter(isContestant);
      for (const [at, line] of contestants.entries()) {
        const standings = contestants.map((other) => asContender(ranking.candidates, other));
        const ahead = standings.filter(
          (other) =>
            byStanding(other, asContender(ranking.candidates, line)) < 0 &&
            !doTie(other, asContender(ranking.candidates, line)),
        );
        expect(line.place).toBe(ahead.length + 1);
        if (!ranking.terms.allTiedIn) expect(line.place).toBe(at + 1);
      }
    }),
    runs,
  );
});

test("the ties alone give the order again, and end where one is alone", () => {
  fc.assert(
    fc.property(rankings({ most: 12 }), (ranking) => {
      const contestants = ranked(ranking).filter(isContestant);
      const levels = Math.max(0, ...contestants.map(({ ties }) => ties.length));
      for (const { points, ties, applicationNumber } of contestants) {
        const same = (depth: number) =>
          contestants.filter(
            (other) =>
              other.points === points && ties.slice(0, depth).every((order, level) => other.ties[level] === order),
          );
        for (let depth = 0; depth < ties.length; depth += 1) expect(same(depth).length).toBeGreaterThan(1);
        const tied = same(ties.length).map(({ applicationNumber: number }) => number);
        if (!ranking.terms.allTiedIn) expect(tied).toEqual([applicationNumber]);
      }
      const byTies = contestants.toSorted(
        (one, other) =>
          (other.points ?? 0) - (one.points ?? 0) ||
          Array.from({ length: levels }, (_, level) => (one.ties[level] ?? 0) - (other.ties[level] ?? 0)).find(
            (difference) => difference !== 0,
          ) ||
          (one.applicationNumber < other.applicationNumber ? -1 : 1),
      );
      expect(byTies).toEqual(contestants);
    }),
    runs,
  );
});

test("nobody gains by naming their wishes in another order, or fewer of them", () => {
  fc.assert(
    fc.property(
      rankings({ most: 8 }),
      fc.nat(),
      fc.shuffledSubarray(["x", "y", "z"], { minLength: 1 }),
      (ranking, at, pretended) => {
        const honest = ranking.candidates[at % Math.max(1, ranking.candidates.length)];
        if (!honest) return;
        const number = honest.applicationNumber;
        const worth = (candidates: readonly Candidate[]): number => {
          const got = ranked({ ...ranking, candidates }).find(({ applicationNumber }) => applicationNumber === number);
          const rankOf = got?.offer === undefined ? -1 : honest.wishes.indexOf(got.offer);
          return rankOf < 0 ? honest.wishes.length : rankOf;
        };
        const lying = ranking.candidates.map((one) => (one === honest ? { ...one, wishes: pretended } : one));

        expect(worth(ranking.candidates)).toBeLessThanOrEqual(worth(lying));
      },
    ),
    runs,
  );
});

test("nobody loses by having more points, where there are no tiers", () => {
  fc.assert(
    fc.property(rankings({ most: 8, tiers: false }), fc.nat(), (ranking, at) => {
      const one = ranking.candidates[at % Math.max(1, ranking.candidates.length)];
      if (!one || one.points === null) return;
      const better = { ...one, points: (one.points + 100) as Points };
      const worth = (candidates: readonly Candidate[]): number => {
        const got = ranked({ ...ranking, candidates }).find(
          ({ applicationNumber }) => applicationNumber === one.applicationNumber,
        );
        return got?.offer === undefined ? one.wishes.length : one.wishes.indexOf(got.offer);
      };

      expect(worth(ranking.candidates.map((other) => (other === one ? better : other)))).toBeLessThanOrEqual(
        worth(ranking.candidates),
      );
    }),
    runs,
  );
});

test("a second round gives out no place that the first has given", () => {
  fc.assert(
    fc.property(rankings({ most: 8, allTiedIn: fc.constant(false) }), rankings({ most: 8 }), (first, second) => {
      const before = ranked(first);
      const left = placesLeft(first.terms, first.left, before);
      const candidates = second.candidates.map((one, at) => ({ ...one, values: first.candidates[at]?.values ?? [] }));
      const lawful = candidates.slice(0, first.candidates.length);
      const after = rank(first.terms, left, lawful);

      for (const [code, places] of Object.entries(placesOf(first.terms, first.left))) {
        const got = [...before, ...after].filter(({ offer, tier }) => offer === code || tier === code);
        expect(got.length).toBeLessThanOrEqual(places ?? Number.POSITIVE_INFINITY);
      }
    }),
    runs,
  );
});
