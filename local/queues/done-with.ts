import * as z from "zod";
import type { Outcome } from "../functions/execution.ts";

const Answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() }).nullable();

/**
 * Which messages of a batch a function is done with, by their ids. As on Lambda an answer that names a failure which
 * can't be read, or is none of the batch's, fails all of it.
 */
export const doneWith = (ids: readonly string[], outcome: Outcome, reportsFailures: boolean): readonly string[] => {
  if (outcome.type !== "answered") return [];
  if (!reportsFailures) return ids;
  const answer = Answer.safeParse(JSON.parse(outcome.payload));
  if (!answer.success) return [];
  const failed = answer.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
  return failed.every((id) => ids.includes(id)) ? ids.filter((id) => !failed.includes(id)) : [];
};
