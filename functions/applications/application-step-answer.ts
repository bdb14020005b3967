import type { ApplicationStepAnswer } from "#shared/contract/application-answer.ts";
import type { ApplicationStep, RecordedApplicationStep } from "#shared/domain/application.ts";
import { applicationMachine } from "#shared/domain/application-machine.ts";
import type { ApplicationView } from "./application-view.ts";

/** One line of an application's course, as far as the reader may see it: an office sees who acted, nobody a case's words. */
export const applicationStepAnswer = (
  { version, step, by, at, on }: RecordedApplicationStep,
  { sees, isOffice }: ApplicationView,
): ApplicationStepAnswer => {
  const { source, words } = applicationMachine[step.type].clause;
  return {
    version,
    step: step.type,
    at,
    on,
    by: { role: by.role, subject: isOffice ? by.subject : null },
    clause: `${source} 「${words}」`,
    reason: sees === "everything" ? reasonOf(step) : null,
    citing: "clause" in step ? step.clause : null,
    dueOn: "term" in step ? step.term.dueOn : null,
  };
};

const reasonOf = (step: ApplicationStep): string | null => {
  if ("items" in step) return step.items.map(({ code, reason }) => `${code}: ${reason}`).join("\n");
  return "reason" in step ? (step.reason ?? null) : null;
};
