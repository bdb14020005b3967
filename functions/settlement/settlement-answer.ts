import type { Settlement } from "#shared/contract/settlement.ts";
import { ListingId } from "#shared/domain/listing.ts";
import type { Programme } from "#shared/domain/programme.ts";
import { SettlementPhase, type SettlementProgress } from "#shared/domain/settlement.ts";
import { shards } from "#shared/storage/shards.ts";
import { undecidedIn } from "./next-tasks.ts";

export const settlementAnswer = (
  { programmeId, state, round, run, listingId }: Programme,
  parts: readonly SettlementProgress[],
): Settlement => ({
  ...{ programmeId, state, round, run },
  phases: SettlementPhase.options.flatMap((phase) => {
    const of = parts.filter((part) => part.phase === phase);
    const isBegun = of.length > 0;
    const done = of.filter((part) => part.done).length;
    return isBegun ? [{ phase, done, of: phase === "freeze" ? shards.length : of.length, counts: sumOf(of) }] : [];
  }),
  undecided: undecidedIn(parts),
  listingId: listingId === undefined ? null : ListingId.parse(listingId),
});

const sumOf = (parts: readonly SettlementProgress[]): Record<string, number> => {
  const sum: Record<string, number> = {};
  for (const { counts } of parts) {
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
};
