import { type Listing, type ListingEntry, RankingResult } from "#shared/domain/listing.ts";

/** How many of each result. */
export const countsOf = (entries: readonly Pick<ListingEntry, "result">[]): Listing["counts"] => {
  const counts = Object.fromEntries(RankingResult.options.map((result) => [result, 0])) as Record<
    RankingResult,
    number
  >;
  for (const { result } of entries) counts[result] += 1;
  return counts;
};
