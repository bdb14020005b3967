import type { Application, ApplicationStep, ApplicationStepType } from "#shared/domain/application.ts";
import type { ApplicationActing } from "#shared/domain/application-conditions.ts";
import { applyApplicationStep } from "#shared/domain/apply-application-step.ts";
import { date } from "#shared/domain/calendar.ts";
import { mayTakeApplicationStep } from "#shared/domain/may-take-application-step.ts";
import type { ProgrammeState } from "#shared/domain/programme.ts";
import { someTerms } from "./a-programme.ts";
import { application, applicationNumber, applicationTerm, frozenScore } from "./an-application.ts";
import type { Phase } from "./application-model.ts";
import { residentId } from "./people.ts";

/** The application as the machine has it. */
export interface ApplicationWalk {
  application: Application | undefined;
}

const terms = someTerms();
const programmeStates: Readonly<Record<Phase, ProgrammeState>> = {
  open: "published",
  closed: "published",
  settling: "settling",
  listed: "listed",
  final: "final",
};

/** The step as a use case would make it. */
export const applicationStepOf = (type: ApplicationStepType): ApplicationStep => {
  const term = applicationTerm;
  const reason = "it is so";
  switch (type) {
    case "applied":
      return application({ materials: [{ code: "birth-certificate", materialId: "e-1", state: "handed-in" }] });
    case "changed":
      return { type, term, wishes: ["west"], materials: [] };
    case "material-asked":
      return { type, term, items: [{ code: "birth-certificate", materialId: "e-1", reason: "blurred" }] };
    case "material-handed-in":
      return { type, term, materials: [{ code: "birth-certificate", materialId: "e-2", state: "handed-in" }] };
    case "contested":
      return { type, term, reason, materials: [] };
    case "accepted":
    case "withdrawn":
    case "not-granted":
      return { type, reason };
    case "found-not-eligible":
      return { type, reason, clause: "第三条" };
    case "readiness-decided":
      return { type, reason, decision: "as-known" };
    case "left-out":
      return { type, run: 1, reason };
    case "frozen":
      return { type, run: 1, scores: [frozenScore()] };
    case "granted":
      return { type, offer: "east" };
    case "moved-up":
      return { type, offer: "east", insteadOf: applicationNumber(2) };
    case "revoked":
      return { type, findingId: "f-1", reason, clause: "五(三)" };
    case "reinstated":
      return { type, findingId: "f-1", reason };
  }
};

/** Asks for leave and takes the step; the guard's no is thrown. */
export const takenBy = (
  { application: before }: ApplicationWalk,
  type: ApplicationStepType,
  { subject, role, residentId: who }: ApplicationActing,
  phase: Phase,
): Application => {
  const on = phase === "open" ? terms.window.opensOn : date("2024-06-01");
  const programme = { state: programmeStates[phase], round: 1, terms } as const;
  mayTakeApplicationStep(before, type, { subject, role, residentId: who }, { programme, on });
  return applyApplicationStep(before, {
    applicationNumber: applicationNumber(1),
    residentId: residentId(1),
    version: (before?.version ?? 0) + 1,
    step: applicationStepOf(type),
    by: { subject, role },
    at: `${on}T02:00:00.000Z`,
    on,
  });
};
