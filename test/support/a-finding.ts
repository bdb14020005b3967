import { applyFindingStep } from "#shared/domain/apply-finding-step.ts";
import { date } from "#shared/domain/calendar.ts";
import { type Finding, FindingId, type FindingStep, type RecordedFindingStep } from "#shared/domain/finding.ts";
import { findingMachine } from "#shared/domain/finding-machine.ts";
import { area, residentId } from "./people.ts";

/** Different for every number, and always the same for one. */
export const findingId = (number: number): FindingId => FindingId.parse(`f-${`${number}`.padStart(26, "0")}`);

export const findingTerm = {
  startedOn: date("2024-07-01"),
  workingDays: 5,
  dueOn: date("2024-07-08"),
  provisional: false,
};

type Proposal = FindingStep & { readonly type: "proposed" };

/** Education, in 339901, has found that a diploma is forged. */
export const findingProposal = (differing: Partial<Proposal> = {}): Proposal => ({
  type: "proposed",
  department: "education",
  area: area("339901"),
  reason: "the school has never issued it",
  clause: "五(三)",
  term: findingTerm,
  facts: ["diploma-1"],
  reviewIds: [],
  applications: [],
  ...differing,
});

export interface FindingMade {
  readonly finding: Finding;
  readonly recorded: RecordedFindingStep;
}

interface Of {
  readonly number?: number;
  readonly by?: Partial<RecordedFindingStep["by"]>;
  readonly on?: string;
}

/** The finding after one more step, and that step. Of resident 1, unless it goes on with another's. */
export const nextFinding = (
  before: Finding | undefined,
  step: FindingStep,
  { number = 1, by, on = "2024-07-01" }: Of = {},
): FindingMade => {
  const [role = "system"] = findingMachine[step.type].by;
  const recorded: RecordedFindingStep = {
    findingId: before?.findingId ?? findingId(number),
    residentId: before?.residentId ?? residentId(number),
    version: (before?.version ?? 0) + 1,
    step,
    by: { subject: `somebody who has ${step.type}`, role, ...by },
    at: `${on}T02:00:00.000Z`,
    on: date(on),
  };
  return { finding: applyFindingStep(before, recorded), recorded };
};
