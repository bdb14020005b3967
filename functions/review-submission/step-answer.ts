import type { StepAnswer } from "#shared/contract/review-answer.ts";
import type { RecordedStep, ReviewStep } from "#shared/domain/review.ts";
import { reviewMachine } from "#shared/domain/review-machine.ts";
import type { ReviewView } from "./review-view.ts";

/** One line of a review's course, as far as the reader may see it: an office sees who acted, nobody a case's words. */
export const stepAnswer = ({ version, step, by, at, on }: RecordedStep, { sees, isOffice }: ReviewView): StepAnswer => {
  const { source, words } = reviewMachine[step.type].clause;
  const opinion = "opinion" in step ? step.opinion : undefined;
  return {
    version,
    step: step.type,
    at,
    on,
    by: { role: by.role, department: by.department ?? null, subject: isOffice ? by.subject : null },
    clause: `${source} 「${words}」`,
    reason: sees === "everything" ? reasonOf(step) : null,
    citing: opinion?.clause ?? null,
    outcome: opinion?.outcome ?? null,
    dueOn: "term" in step && step.term ? step.term.dueOn : null,
  };
};

const reasonOf = (step: ReviewStep): string | null => {
  if ("opinion" in step) return step.opinion.reason;
  if ("items" in step) return step.items.map(({ code, reason }) => `${code}: ${reason}`).join("\n");
  if ("statement" in step) return step.statement;
  return "reason" in step ? (step.reason ?? null) : null;
};
