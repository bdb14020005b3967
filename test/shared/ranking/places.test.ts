import { describe, expect, test } from "vitest";
import { placesLeft } from "#shared/ranking/places.ts";
import { termsWith } from "../../support/a-ranking.ts";

const terms = termsWith({ offers: { east: 2, west: null }, tiers: { upper: [80, 3] } });

describe("what is left", () => {
  test("is what there was without those who are in, by offer and by tier", () => {
    const taken = [{ offer: "east", tier: "upper" }, { offer: "west", tier: "upper" }, {}];

    expect(placesLeft(terms, undefined, taken)).toEqual({ east: 1, west: null, upper: 1 });
  });

  test("after a second round is counted from what the first had left", () => {
    expect(placesLeft(terms, { east: 1, west: null, upper: 1 }, [{ offer: "east" }])).toEqual({
      east: 0,
      west: null,
      upper: 1,
    });
  });

  test("is never less than nothing, although all who tied got in", () => {
    expect(placesLeft(terms, undefined, [{ offer: "east" }, { offer: "east" }, { offer: "east" }]).east).toBe(0);
  });
});
