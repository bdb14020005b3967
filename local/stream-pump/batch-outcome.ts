import * as z from "zod";
import type { Outcome } from "../functions/execution.ts";

const Failures = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish(),
});

/**
 * The place of the first record of a batch that isn't done, or nothing when all are. As with Lambda an answer that names
 * what isn't in the batch fails all of it.
 */
export const firstFailure = (
  outcome: Outcome,
  sequences: readonly string[],
  reportsBatchItemFailures: boolean,
): number | undefined => {
  if (outcome.type !== "answered") return 0;
  if (!reportsBatchItemFailures) return undefined;
  const answer = Failures.nullable().safeParse(JSON.parse(outcome.payload));
  if (!answer.success) return 0;
  const failed = (answer.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => sequences.indexOf(itemIdentifier));
  if (failed.length === 0) return undefined;
  return Math.max(0, Math.min(...failed));
};
