import type { Finding, FindingStep, RecordedFindingStep } from "./finding.ts";
import { findingMachine } from "./finding-machine.ts";
import { machineFold } from "./machine-fold.ts";

/**
 * The finding after one more step.
 * @throws Error when the step does not follow on the finding's version, or the machine knows no such way
 */
export const applyFindingStep = (finding: Finding | undefined, recorded: RecordedFindingStep): Finding =>
  fold(finding, recorded);

const fold = machineFold(findingMachine, (finding: Finding | undefined, recorded: RecordedFindingStep) => {
  if (recorded.step.type === "proposed") return proposed(recorded, recorded.step);
  if (!finding) throw new Error(`a finding began with ${recorded.step.type}`);
  return stepped(finding, recorded);
});

const proposed = (
  { findingId, residentId, version, by, at, on }: RecordedFindingStep,
  { type, ...found }: FindingStep & { readonly type: "proposed" },
): Finding => ({
  findingId,
  residentId,
  version,
  ...found,
  proposedBy: by.subject,
  proposedAt: at,
  filers: [],
  state: type,
  since: on,
  isOutstanding: false,
});

const stepped = (finding: Finding, { step, by, on }: RecordedFindingStep): Finding => {
  const { term: _, ...ended } = finding;
  const filers = [...new Set([...finding.filers, by.subject])];
  const hasApplications = finding.applications.length > 0;
  switch (step.type) {
    case "proposed":
      throw new Error("a finding begins once");
    case "heard":
      return { ...ended, state: "heard", filers, statement: step.statement };
    case "hearing-over":
      return { ...ended, state: "heard" };
    case "confirmed":
      return {
        ...finding,
        ...{ state: "confirmed", term: step.term, confirmedBy: by.subject, confirmedOn: on },
        decision: { reason: step.reason, by: by.subject, on },
        isOutstanding: hasApplications,
      };
    case "dismissed":
      return { ...ended, state: "dismissed", decision: { reason: step.reason, by: by.subject, on } };
    case "appealed":
      return { ...ended, state: "appealed", filers, appeal: step.reason };
    case "upheld":
      return { ...ended, state: "final", decision: { reason: step.reason, by: by.subject, on } };
    case "overturned":
      return {
        ...ended,
        state: "overturned",
        decision: { reason: step.reason, by: by.subject, on },
        isOutstanding: hasApplications,
      };
    case "appeal-time-over":
      return { ...ended, state: "final" };
    case "term-fixed":
      return { ...finding, term: step.term };
    case "carried-out":
      return { ...finding, isOutstanding: false };
  }
};
