import type { Finding, RecordedFindingStep } from "./finding.ts";
import { type Letter, LetterId } from "./letter.ts";

/** 移送: the letter that goes with a step of a finding, to be stored together with it; only what is confirmed has one. */
export const findingLetter = (
  finding: Finding,
  { version, step, by, at, on }: RecordedFindingStep,
): Letter | undefined => {
  if (step.type !== "confirmed") return undefined;
  const { findingId, residentId, department, reason, clause, facts, reviewIds, applications, barredUntil } = finding;
  return {
    // the same step makes the same letter, however often it is tried
    letterId: LetterId.parse(`l-${findingId.slice(2)}-${version}`),
    residentId,
    template: 1,
    issuedAt: at,
    issuedOn: on,
    issuedBy: by.subject,
    content: {
      kind: "police-referral",
      ...{ findingId, department, reason, clause, facts, reviewIds, applications },
      confirmation: step.reason,
      ...(barredUntil && { barredUntil }),
      appeal: step.term,
    },
  };
};
