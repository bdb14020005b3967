import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Finding, FindingId, FindingStep, FindingStepType } from "#shared/domain/finding.ts";
import type { FindingActing } from "#shared/domain/finding-conditions.ts";
import { mayTakeFindingStep } from "#shared/domain/may-take-finding-step.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { FindingStepping } from "./finding-stepping.ts";
import { recordFindingStep } from "./record-finding-step.ts";

interface Place {
  readonly residentId: ResidentId;
  readonly findingId: FindingId;
}

interface Intended {
  /** In which part the caller acts, if they may know of the finding at all. */
  readonly who: (finding: Finding) => FindingActing;
  readonly type: FindingStepType;
  readonly step: (finding: Finding, on: CalendarDate) => FindingStep;
}

/**
 * Takes one step of a finding: as it stands → may they → what it is → all or nothing; overtaken: once more from the start.
 * @throws Refusal finding-unknown, finding-busy, those of `mayTakeFindingStep` and of the writing
 */
export const takeFindingStep = async (
  stepping: FindingStepping,
  { residentId, findingId }: Place,
  { who: whoOf, type, step }: Intended,
): Promise<Finding> => {
  const on = stepping.today();
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const before = await stepping.findings.read(residentId, findingId);
    if (!before) throw new Refusal("finding-unknown", { findingId });
    const who = whoOf(before);
    mayTakeFindingStep(before, type, who, on);
    const after = await recordFindingStep(stepping, { findingId, residentId, before, step: step(before, on), who, on });
    if (after) return after;
  }
  throw new Refusal("finding-busy", {});
};

const mostAttempts = 10;
