import { isDeepStrictEqual } from "node:util";
import type { Report } from "#shared/domain/arrival.ts";
import { applyChange, type Dossier } from "#shared/domain/dossier.ts";
import { happenedAfterReceipt } from "#shared/domain/happened-after-receipt.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Decision } from "./decision.ts";
import type { Receipt } from "./receipt.ts";

/**
 * What to do with one department's report. The larger source version stands, whatever arrived first.
 * @throws Refusal happened-after-receipt
 */
export const decideReport = (dossier: Dossier, report: Report, { receivedAt, receivedOn, by }: Receipt): Decision => {
  const errors = happenedAfterReceipt(report.facts, receivedOn);
  if (errors.length > 0) throw new Refusal("happened-after-receipt", { errors });

  const standing = dossier.departments[report.department]?.sourceVersion;
  if (standing === report.sourceVersion) return { does: "compare" };
  if (standing !== undefined && report.sourceVersion < standing) {
    return { does: "remember", taken: { outcome: "superseded" } };
  }
  const { kind: _, ...reported } = report;
  const recorded = {
    residentId: dossier.residentId,
    version: dossier.version + 1,
    change: { type: "facts-reported", ...reported },
    receivedAt,
    receivedOn,
    by,
  } as const;
  const after = applyChange(dossier, recorded);
  return {
    does: "append",
    dossier: after,
    recorded,
    taken: { outcome: saysTheSame(dossier, after, report.department) ? "unchanged" : "applied" },
  };
};

const saysTheSame = (before: Dossier, after: Dossier, department: Report["department"]): boolean =>
  isDeepStrictEqual(before.departments[department]?.facts, after.departments[department]?.facts) &&
  isDeepStrictEqual(contradictions(before), contradictions(after));

const contradictions = ({ conflicts }: Dossier): readonly string[] => conflicts.map(({ code }) => code);
