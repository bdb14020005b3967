import type { LineChange, StoredScore } from "#shared/storage/stored-score.ts";

/** Whether two records tell the same result: status, totals, points of every line, what is missing, the standards. */
export const isSameResult = (one: StoredScore, other: StoredScore): boolean =>
  one.status === other.status &&
  one.effectiveTotal === other.effectiveTotal &&
  one.provincialTotal === other.provincialTotal &&
  one.standard === other.standard &&
  one.missing.join() === other.missing.join() &&
  lineChanges(one, other).length === 0;

/** Line by line, what is otherwise than it was; before the first record there was no line. */
export const lineChanges = (before: StoredScore | undefined, after: StoredScore): readonly LineChange[] => {
  const old = byName(before?.lines ?? []);
  const young = byName(after.lines);
  return [...new Map([...old, ...young])].flatMap(([name, { layer, code }]) => {
    const from = old.get(name)?.points ?? null;
    const to = young.get(name)?.points ?? null;
    return from === to ? [] : [{ layer, code, from, to }];
  });
};

const byName = (lines: StoredScore["lines"]) => new Map(lines.map((line) => [`${line.layer}:${line.code}`, line]));
