import type { FindingAnswer } from "#shared/contract/finding-answer.ts";
import type { Finding } from "#shared/domain/finding.ts";

/** A finding to those whom it concerns, or without the words that were said. */
export const findingAnswer = (finding: Finding, sees: "everything" | "case" = "everything"): FindingAnswer => {
  const { findingId, residentId, version, department, area, state, since } = finding;
  const { facts, reviewIds, applications, clause, barredUntil, term, decision, isOutstanding } = finding;
  const said = (words: string | undefined) => (sees === "everything" ? (words ?? null) : null);
  return {
    ...{ findingId, residentId, version, department, area, state, since, facts, reviewIds, applications, clause },
    barredUntil: barredUntil ?? null,
    term: term ?? null,
    reason: said(finding.reason),
    statement: said(finding.statement),
    appeal: said(finding.appeal),
    decision: decision ? { reason: said(decision.reason), on: decision.on } : null,
    isCarriedOut: !isOutstanding && decision !== undefined,
  };
};
