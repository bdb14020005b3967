import type { RecordedScore } from "#shared/storage/stored-score.ts";
import { shortId } from "./stores.ts";
import type { System } from "./system.ts";

/** From the first record to the one that stands, each line of history follows on the one before, and none is missing. */
export const checkHistory = async ({ truth, stores, violations }: System): Promise<void> => {
  for (const residentId of truth.everyone()) {
    const { entries } = await stores.scores.history(residentId, { limit: 1000 });
    const wrong = brokenChain(entries.toReversed(), truth.recordOf(residentId)?.status);
    if (wrong !== undefined) violations.found("history explains each difference", `${shortId(residentId)}: ${wrong}`);
  }
};

const brokenChain = (lines: readonly RecordedScore[], status: string | undefined): string | undefined => {
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before !== (line.previous === null))
      return `line ${index} ${before ? "has" : "is the first and has a"} previous`;
    if (!before || !line.previous) continue;
    if (line.previous.basis.dossierVersion < before.basis.dossierVersion) return `line ${index} skips one`;
    const points = line.changes.reduce((sum, { from, to }) => sum + (to ?? 0) - (from ?? 0), 0);
    const [old, young] = [totalOf(before), totalOf(line)];
    if (points !== young - old) return `line ${index} tells ${points} of a difference of ${young - old}`;
  }
  return lines.at(-1)?.status === status ? undefined : `the last line says ${lines.at(-1)?.status}, not ${status}`;
};

const totalOf = ({ lines }: RecordedScore): number => lines.reduce((sum, { points }) => sum + points, 0);
