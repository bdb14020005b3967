import type { Application, ApplicationNumber, ApplicationStep } from "#shared/domain/application.ts";
import type { Finding } from "#shared/domain/finding.ts";
import { standsFound } from "#shared/domain/finding-machine.ts";
import type { Applications } from "#shared/storage/applications.ts";
import type { Findings } from "#shared/storage/findings.ts";
import { type ApplicationStepping, recordApplicationStep } from "#shared/storage/take-application-step.ts";

export interface Revoking extends Pick<ApplicationStepping, "now" | "today"> {
  readonly applications: Pick<Applications, "read" | "record">;
  readonly findings: Pick<Findings, "ofResident">;
}

/**
 * Revokes an application as long as a finding names it that stands, and gives it back once none does. It looks at what
 * stands, not at what happened, and once more after it has written: so it does not matter who comes first, nor how often.
 */
export const setRight = async (revoking: Revoking, applicationNumber: ApplicationNumber): Promise<void> => {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    // the application first: what is decided by what was read later is written on this version of it
    const before = await revoking.applications.read(applicationNumber);
    if (!before) throw new Error("a finding names an application that there is not");
    const step = stepOwed(before, await revoking.findings.ofResident(before.residentId));
    if (!step) return;
    await recordApplicationStep(revoking, { before, on: revoking.today(), who: system, step });
  }
  throw new Error("an application kept being changed by others");
};

const mostAttempts = 10;

const system = { subject: "system", role: "system" } as const;

const stepOwed = (
  { applicationNumber, state }: Application,
  findings: readonly Finding[],
): ApplicationStep | undefined => {
  const naming = findings.filter(({ applications }) => applications.includes(applicationNumber));
  const found = naming.find((finding) => standsFound(finding.state));
  if (found && state === "granted") {
    return { type: "revoked", findingId: found.findingId, reason: "false-material", clause: found.clause };
  }
  const overturned = naming.findLast((finding) => finding.state === "overturned");
  if (!found && overturned && state === "revoked") {
    return { type: "reinstated", findingId: overturned.findingId, reason: "finding-overturned" };
  }
  return undefined;
};
