import type { ResidentId } from "#shared/domain/resident-id.ts";

/** A part of all residents, for work that goes through many. */
export type Shard = string;

const count = 32;

export const shards: readonly Shard[] = Array.from({ length: count }, (_, shard) => nameOf(shard));

/** The ids are random in base 36, and 36³ is a multiple of 32: every shard gets its even share. */
export const shardOf = (residentId: ResidentId): Shard => nameOf(Number.parseInt(residentId.slice(-3), 36) % count);

function nameOf(shard: number): Shard {
  return `${shard}`.padStart(2, "0");
}
