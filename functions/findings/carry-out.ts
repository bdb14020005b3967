import { mayTakeFindingStep } from "#shared/domain/may-take-finding-step.ts";
import type { FindingPlace, Findings } from "#shared/storage/findings.ts";
import type { SettlementQueue } from "#shared/storage/settlement-queue.ts";
import type { FindingStepping } from "./finding-stepping.ts";
import { recordFindingStep } from "./record-finding-step.ts";
import { type Revoking, setRight } from "./set-right.ts";

export interface CarryingOut extends FindingStepping, Omit<Revoking, "findings"> {
  readonly findings: FindingStepping["findings"] & Pick<Findings, "ofResident">;
  readonly queue: SettlementQueue;
}

/**
 * Does to the applications of a finding what it says, tells whoever follows them, and only then notes that it is done: what
 * is cut off anywhere is done again from the start, and done twice it is done once.
 */
export const carryOut = async (carrying: CarryingOut, { residentId, findingId }: FindingPlace): Promise<void> => {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const before = await carrying.findings.read(residentId, findingId);
    if (!before?.isOutstanding) return;
    const on = carrying.today();
    for (const applicationNumber of before.applications) await setRight(carrying, applicationNumber);
    await carrying.queue.send(
      before.applications.map((applicationNumber) => ({ of: "application", applicationNumber })),
    );
    mayTakeFindingStep(before, "carried-out", system, on);
    const step = { type: "carried-out" } as const;
    if (await recordFindingStep(carrying, { findingId, residentId, before, step, who: system, on })) return;
  }
  throw new Error("a finding kept being changed by others");
};

const mostAttempts = 10;

const system = { subject: "system", role: "system" } as const;
