import type { ApplicationNumber } from "#shared/domain/application.ts";
import { type Shard, shards } from "./shards.ts";

/** The last character of a number is one of 32, and random: every shard gets its even share. */
export const shardOfApplication = (applicationNumber: ApplicationNumber): Shard => {
  const shard = shards[alphabet.indexOf(applicationNumber.slice(-1))];
  if (shard === undefined) throw new Error("an application number ends in what no number ends in");
  return shard;
};

// Crockford's base 32
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
