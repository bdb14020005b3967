import { createHash } from "node:crypto";
import type { CanonicalResult } from "./score.ts";

/** Names a canonical result by its exact content: the same facts, rules, day and recomputation give the same digest. */
export const digestOf = ({ asOf, status, since, standard, quantities, points, missing }: CanonicalResult): string =>
  createHash("sha256")
    .update(JSON.stringify([asOf, status, since ?? null, standard?.id ?? null, quantities, points, missing]))
    .digest("hex");
