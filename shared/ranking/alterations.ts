import type { Difference } from "./difference.ts";
import { exportHead, exportLine } from "./listing-export.ts";
import type { ReadEntry, ReadExport } from "./read-export.ts";

/** Where an export was edited, where an entry is missing, stands twice or in another's place. */
export const alterations = ({ head, headText, entries }: ReadExport): readonly Difference[] => [
  ...(exportHead(head) === `${headText}\n` ? [] : [{ kind: "edited", line: 1 } as const]),
  ...entries.flatMap(({ line, text, entry, secret }): readonly Difference[] =>
    exportLine(entry, secret) === `${text}\n` ? [] : [{ kind: "edited", line, entry }],
  ),
  ...missing(
    entries,
    Object.values(head.counts).reduce((sum, count) => sum + count, 0),
  ),
  ...misplaced(entries),
];

/** Positions that no entry has, those next to each other together. */
const missing = (entries: readonly ReadEntry[], total: number): readonly Difference[] => {
  const there = new Set(entries.map(({ entry }) => entry.position));
  const gaps: { kind: "missing"; from: number; through: number }[] = [];
  for (let position = 1; position <= total; position += 1) {
    if (there.has(position)) continue;
    const last = gaps.at(-1);
    if (last?.through === position - 1) last.through = position;
    else gaps.push({ kind: "missing", from: position, through: position });
  }
  return gaps;
};

const misplaced = (entries: readonly ReadEntry[]): readonly Difference[] => {
  const positions = new Set<number>();
  const numbers = new Set<string>();
  return entries.flatMap(({ line, entry }, at): readonly Difference[] => {
    const previous = entries[at - 1]?.entry;
    const isTwice = positions.has(entry.position) || numbers.has(entry.applicationNumber);
    positions.add(entry.position);
    numbers.add(entry.applicationNumber);
    if (isTwice) return [{ kind: "twice", line, entry }];
    return previous && previous.position > entry.position
      ? [{ kind: "out-of-order", line, entry, after: previous }]
      : [];
  });
};
