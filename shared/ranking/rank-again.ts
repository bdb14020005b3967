import type { Difference } from "./difference.ts";
import type { ListingHead } from "./listing-export.ts";
import { type Candidate, type Ranked, rank } from "./rank.ts";
import type { ReadEntry } from "./read-export.ts";
import { decidingTieBreaks, lotOf } from "./tie-break-values.ts";

/** Where entries say something else than what the ranking of all of them comes to. */
export const rankAgain = (head: ListingHead, entries: readonly ReadEntry[]): readonly Difference[] => {
  const ranked = rank(head.terms, head.left, entries.map(candidateIn(head)));
  const again = new Map(ranked.map((one) => [one.applicationNumber, one]));
  const inStatedOrder = entries.map(({ entry }) => entry).toSorted((one, other) => one.position - other.position);
  const tooEarly = inStatedOrder.flatMap((entry, at): readonly Difference[] => {
    const ranks = again.get(entry.applicationNumber)?.position ?? 0;
    const before = inStatedOrder[at + 1];
    return before && ranks > (again.get(before.applicationNumber)?.position ?? 0)
      ? [{ kind: "stands-too-early", entry, before, ranks }]
      : [];
  });
  // once one entry stands elsewhere, the numbers of many others shift and say nothing more
  const fields = tooEarly.length > 0 ? outcome : [...outcome, ...standing];
  const otherwise = inStatedOrder.flatMap((entry) =>
    fields.flatMap((field): readonly Difference[] => {
      const recomputed = again.get(entry.applicationNumber)?.[field];
      const stated = entry[field];
      return JSON.stringify([stated]) === JSON.stringify([recomputed])
        ? []
        : [{ kind: "comes-to", entry, field, stated, recomputed }];
    }),
  );
  return [...tooEarly, ...otherwise];
};

const outcome = ["result", "offer", "tier"] as const satisfies readonly (keyof Ranked)[];
const standing = ["position", "place", "ties"] as const satisfies readonly (keyof Ranked)[];

/** A lot is drawn again; another tie-break is told by its value, or, where that is not for the public, by its order. */
const candidateIn =
  ({ terms, seed: { seed } }: ListingHead) =>
  ({ entry: { applicationNumber, points, wishes, ties }, secret }: ReadEntry): Candidate => ({
    applicationNumber,
    points,
    wishes,
    values: decidingTieBreaks(terms).map(({ by }, level) =>
      by === "lot" ? lotOf(seed, applicationNumber) : ((secret?.values ?? ties)[level] ?? 0),
    ),
  });
