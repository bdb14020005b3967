import { describe, expect, test } from "vitest";
import { rank } from "#shared/ranking/rank.ts";
import { candidate, outcomes, termsWith } from "../../support/a-ranking.ts";
import { applicationNumber } from "../../support/an-application.ts";

const [one, two, three, four] = [1, 2, 3, 4].map(applicationNumber);

describe("a ranking", () => {
  test("serves the one with the most points first, each with the dearest wish that still has a place", () => {
    const terms = termsWith({ offers: { east: 1, west: 1 } });

    const ranked = rank(terms, undefined, [
      candidate(1, 60, ["east", "west"]),
      candidate(2, 80, ["east", "west"]),
      candidate(3, 70, ["east"]),
    ]);

    expect(outcomes(ranked)).toEqual([`1 ${two} east`, `2 ${three} no-place`, `3 ${one} west`]);
    expect(ranked.map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  test("lets everyone in where places are not counted", () => {
    const terms = termsWith({ offers: { east: null } });

    const ranked = rank(
      terms,
      undefined,
      [1, 2, 3].map((number) => candidate(number, 50, ["east"], [`${number}`])),
    );

    expect(ranked.map(({ result }) => result)).toEqual(["placed", "placed", "placed"]);
  });

  test("passes over whoever has less than the threshold, although there are places", () => {
    const terms = termsWith({ offers: { east: 5 }, threshold: 60 });

    const ranked = rank(terms, undefined, [candidate(1, 59.99, ["east"]), candidate(2, 60, ["east"])]);

    expect(outcomes(ranked)).toEqual([`1 ${two} east`, `– ${one} below-threshold`]);
  });

  test("names who is left out at the end, with neither points nor place", () => {
    const terms = termsWith({ offers: { east: 5 }, threshold: 60 });

    const ranked = rank(terms, undefined, [
      candidate(1, null, ["east"], []),
      candidate(2, 10, ["east"]),
      candidate(3, 70, ["east"]),
    ]);

    expect(outcomes(ranked)).toEqual([`1 ${three} east`, `– ${two} below-threshold`, `– ${one} left-out`]);
    expect(ranked.at(-1)).toMatchObject({ points: null, place: null, position: 3, ties: [] });
  });

  test("gives out no more than what the first round has left", () => {
    const terms = termsWith({ offers: { east: 5, west: 5 } });

    const ranked = rank(terms, { east: 0, west: 1 }, [
      candidate(1, 80, ["east", "west"]),
      candidate(2, 70, ["east", "west"]),
    ]);

    expect(outcomes(ranked)).toEqual([`1 ${one} west`, `2 ${two} no-place`]);
  });

  test("would rather fail than guess how many places a second round has, or what was wished for", () => {
    const terms = termsWith({ offers: { east: 5, west: 5 } });

    expect(() => rank(terms, { east: 1 }, [])).toThrow("how many places west has left");
    expect(() => rank(terms, undefined, [candidate(1, 80, ["north"])])).toThrow("no offer is called north");
    expect(() => rank(terms, undefined, [candidate(1, 80, ["east"]), candidate(1, 70, ["east"])])).toThrow("twice");
    expect(() => rank(terms, undefined, [candidate(1, 80, ["east"], [])])).toThrow("not ranked by 1 tie-breaks");
  });
});

describe("tiers", () => {
  const terms = termsWith({ offers: { course: 10 }, tiers: { upper: [80, 1], lower: [60, 1] } });

  test("have their own places: who finds none in theirs takes none of a lower one", () => {
    const ranked = rank(terms, undefined, [
      candidate(1, 90, ["course"]),
      candidate(2, 80, ["course"]),
      candidate(3, 79.99, ["course"]),
      candidate(4, 60, ["course"]),
    ]);

    expect(outcomes(ranked)).toEqual([
      `1 ${one} course`,
      `2 ${two} no-place`,
      `3 ${three} course`,
      `4 ${four} no-place`,
    ]);
    expect(ranked.map(({ tier }) => tier)).toEqual(["upper", undefined, "lower", undefined]);
  });

  test("below the lowest one nobody is placed", () => {
    expect(outcomes(rank(terms, undefined, [candidate(1, 59, ["course"])]))).toEqual([`– ${one} below-threshold`]);
  });

  test("are filled as well as the offers: neither is ever overfull", () => {
    const both = termsWith({ offers: { a: 1, b: 1 }, tiers: { upper: [80, null], lower: [60, 2] } });

    const ranked = rank(both, undefined, [
      candidate(1, 90, ["a"]),
      candidate(2, 70, ["a", "b"]),
      candidate(3, 65, ["a", "b"]),
    ]);

    expect(outcomes(ranked)).toEqual([`1 ${one} a`, `2 ${two} b`, `3 ${three} no-place`]);
  });
});

describe("ties", () => {
  const decided = [{ by: "registered-earlier" }, { by: "applied-earlier" }] as const;

  test("are broken by each tie-break in turn, and tell no more of it than is needed", () => {
    const terms = termsWith({ offers: { east: 1 }, tieBreaks: [...decided, { by: "lot" }] });

    const ranked = rank(terms, undefined, [
      candidate(1, 80, ["east"], ["2020-05-01", "a", "f"]),
      candidate(2, 80, ["east"], ["2019-05-01", "b", "e"]),
      candidate(3, 80, ["east"], ["2019-05-01", "a", "d"]),
      candidate(4, 70, ["east"], ["2001-01-01", "a", "c"]),
    ]);

    expect(ranked.map(({ applicationNumber: number, ties }) => [number, ties])).toEqual([
      [three, [1, 1]],
      [two, [1, 2]],
      [one, [2]],
      [four, []],
    ]);
    expect(ranked.map(({ result }) => result)).toEqual(["placed", "no-place", "no-place", "no-place"]);
  });

  test("on everything: all of them get in where the terms say so, and share a place", () => {
    const terms = termsWith({ offers: { east: 2 }, tieBreaks: decided, allTiedIn: true });

    const ranked = rank(terms, undefined, [
      candidate(1, 80, ["east"], ["2019-05-01", "a"]),
      candidate(2, 70, ["east"], ["2019-05-01", "a"]),
      candidate(3, 70, ["east"], ["2019-05-01", "a"]),
      candidate(4, 70, ["east"], ["2019-05-01", "b"]),
    ]);

    expect(outcomes(ranked)).toEqual([`1 ${one} east`, `2 ${two} east`, `2 ${three} east`, `4 ${four} no-place`]);
    expect(ranked.map(({ ties }) => ties)).toEqual([[], [1, 1], [1, 1], [1, 2]]);
  });

  test("on everything, for the last place of a tier: all of them get in, whatever each wished for", () => {
    const terms = termsWith({
      offers: { a: 1, b: 1, c: 0 },
      tiers: { upper: [80, 1] },
      tieBreaks: [],
      allTiedIn: true,
    });

    const ranked = rank(terms, undefined, [
      candidate(1, 80, ["a"], []),
      candidate(2, 80, ["a", "b"], []),
      candidate(3, 80, ["b"], []),
      candidate(4, 80, ["c"], []),
    ]);

    expect(outcomes(ranked)).toEqual([`1 ${one} a`, `1 ${two} a`, `1 ${three} b`, `1 ${four} no-place`]);
  });
});
