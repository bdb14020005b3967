import type { JobCounts } from "#shared/storage/jobs.ts";
import type { Recomputed } from "./recompute.ts";

const names = ["found", "read", "written", "changed", "unchanged", "failed", "missed", "behind"] as const;

/** Counts by name; what isn't named is nothing. */
export const counted = (some: Partial<JobCounts> = {}): JobCounts => ({
  found: 0,
  read: 0,
  written: 0,
  changed: 0,
  unchanged: 0,
  failed: 0,
  missed: 0,
  behind: 0,
  ...some,
});

export const sumOf = (all: readonly JobCounts[]): JobCounts =>
  counted(Object.fromEntries(names.map((name) => [name, all.reduce((sum, counts) => sum + counts[name], 0)])));

/** What one resident adds. */
export const countsOf = ({ outcome }: Pick<Recomputed, "outcome">): JobCounts => {
  switch (outcome) {
    case "unknown":
      return counted({ found: 1 });
    case "kept":
    case "unchanged":
      return counted({ found: 1, read: 1, unchanged: 1 });
    case "recorded":
      return counted({ found: 1, read: 1, written: 1 });
    case "recorded-changed":
      return counted({ found: 1, read: 1, written: 1, changed: 1 });
  }
};
