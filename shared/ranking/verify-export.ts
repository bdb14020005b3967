import { canonicalJson } from "#shared/domain/canonical-json.ts";
import { alterations } from "./alterations.ts";
import { commitmentOf } from "./commitment.ts";
import { countsOf } from "./counts-of.ts";
import type { Difference } from "./difference.ts";
import type { ExportedHead } from "./exported-listing.ts";
import { listingDigest } from "./listing-export.ts";
import { rankAgain } from "./rank-again.ts";
import { type ReadEntry, readExport } from "./read-export.ts";

/** What a check of an export came to: it agrees if there are no differences. */
export interface Verification {
  readonly differences: readonly Difference[];
  /** Missing where the export could not be read. */
  readonly read?: { readonly head: ExportedHead; readonly entries: number; readonly digest: string };
}

/**
 * Ranks an export again from nothing but itself, and says where it differs. An auditor's by the values, and every
 * commitment is checked; the public's by the order of the ties, and every lot is drawn again.
 */
export const verifyExport = (text: string, published?: string): Verification => {
  const read = readExport(text);
  if (!("head" in read)) return { differences: read };
  const { head, entries } = read;
  const digest = listingDigest(
    head,
    entries.map(({ entry }) => entry),
  );
  const altered = alterations(read);
  const isWhole = altered.every(({ kind }) => kind !== "missing" && kind !== "twice");
  const differences = [
    ...altered,
    ...entries.filter(breaksCommitment).map(({ line, entry }): Difference => ({ kind: "commitment", line, entry })),
    // whom another stands before, and who is in, is another without whoever is missing
    ...(isWhole ? [...rankAgain(head, entries), ...countDifference(head, entries)] : []),
    ...digestDifference("export", read.digest, digest),
    ...(published === undefined ? [] : digestDifference("published", published, digest)),
  ];
  return { differences, read: { head, entries: entries.length, digest } };
};

const breaksCommitment = ({ entry, secret }: ReadEntry): boolean =>
  secret !== undefined && commitmentOf(secret) !== entry.commitment;

const countDifference = ({ counts }: ExportedHead, entries: readonly ReadEntry[]): readonly Difference[] => {
  const recomputed = countsOf(entries.map(({ entry }) => entry));
  return canonicalJson(counts) === canonicalJson(recomputed) ? [] : [{ kind: "counts", stated: counts, recomputed }];
};

const digestDifference = (of: "export" | "published", stated: string, recomputed: string): readonly Difference[] =>
  stated === recomputed ? [] : [{ kind: "digest", of, stated, recomputed }];
