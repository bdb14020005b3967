import type { Difference, EntryName } from "#shared/ranking/difference.ts";

/** One line that says where an export differs, and in what. */
export const differenceWords = (difference: Difference): string => {
  switch (difference.kind) {
    case "unreadable":
      return `line ${difference.line} cannot be read: ${difference.why}`;
    case "edited":
      return difference.entry
        ? `line ${difference.line}, ${named(difference.entry)}: was edited; it is not what its check was made of`
        : `line ${difference.line}: was edited; it is not written as the head of an export is`;
    case "missing":
      return difference.from === difference.through
        ? `position ${difference.from}: is missing`
        : `positions ${difference.from} to ${difference.through}: are missing`;
    case "out-of-order":
      return `line ${difference.line}, ${named(difference.entry)}: comes after ${named(difference.after)}`;
    case "twice":
      return `line ${difference.line}, ${named(difference.entry)}: this position or application was there before`;
    case "commitment":
      return `line ${difference.line}, ${named(difference.entry)}: its commitment was made of another secret`;
    case "stands-too-early":
      return `${named(difference.entry)}: stands before ${named(difference.before)} but ranks after it, at ${difference.ranks}`;
    case "comes-to":
      return `${named(difference.entry)}: ${difference.field} is ${said(difference.stated)} and comes to ${said(difference.recomputed)}`;
    case "counts":
      return `line 1: counts ${said(difference.stated)}, and there are ${said(difference.recomputed)}`;
    case "digest":
      return difference.of === "export"
        ? `last line: states the digest ${difference.stated}; it is ${difference.recomputed}`
        : `the whole: what was published has the digest ${difference.stated}; this one has ${difference.recomputed}`;
  }
};

const named = ({ position, applicationNumber }: EntryName): string => `position ${position} (${applicationNumber})`;

const said = (value: unknown): string => (value === undefined || value === null ? "nothing" : JSON.stringify(value));
