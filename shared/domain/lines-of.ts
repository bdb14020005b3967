import type { ListingEntry } from "./listing.ts";
import type { Points } from "./points.ts";

/** 分数线: by offer, the points of the last one placed there. An offer at which nobody is placed has no line. */
export const linesOf = (
  entries: Iterable<Pick<ListingEntry, "offer" | "points" | "result">>,
): Readonly<Record<string, Points>> => {
  const lines = new Map<string, Points>();
  for (const { offer, points, result } of entries) {
    if (result !== "placed" || offer === undefined || points === null) continue;
    const line = lines.get(offer);
    if (line === undefined || points < line) lines.set(offer, points);
  }
  return Object.fromEntries(lines);
};
