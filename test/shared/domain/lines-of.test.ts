import { expect, test } from "vitest";
import { linesOf } from "#shared/domain/lines-of.ts";
import { exactPoints } from "#shared/domain/points.ts";

test("the line of an offer is the points of the last one placed there; whoever got no place draws none", () => {
  const entry = (offer: string | undefined, points: number | null, result: "placed" | "no-place" = "placed") => ({
    ...(offer !== undefined && { offer }),
    points: points === null ? null : exactPoints(points),
    result,
  });

  const lines = linesOf([entry("east", 50), entry("west", 48), entry("east", 47.25), entry(undefined, 40, "no-place")]);

  expect(lines).toEqual({ east: exactPoints(47.25), west: exactPoints(48) });
});
