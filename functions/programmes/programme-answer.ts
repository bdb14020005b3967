import type { ProgrammeAnswer, ProgrammeStepAnswer } from "#shared/contract/programme-answer.ts";
import type { Programme, RecordedProgrammeStep } from "#shared/domain/programme.ts";
import { programmeMachine } from "#shared/domain/programme-machine.ts";

/** A programme as everybody sees it who may. */
export const programmeAnswer = ({ programmeId, version, state, since, ...rest }: Programme): ProgrammeAnswer => {
  const { terms, digest, round, seed = null, listingId = null, dueOn = null, left = null } = rest;
  return { programmeId, version, state, since, terms, digest, round, seed, listingId, dueOn, left };
};

/** One line of its course; who it was in person, an office sees. */
export const programmeStepAnswer = (
  { version, step, by, at, on }: RecordedProgrammeStep,
  isOffice: boolean,
): ProgrammeStepAnswer => {
  const { source, words } = programmeMachine[step.type].clause;
  return {
    version,
    step: step.type,
    at,
    on,
    by: { role: by.role, subject: isOffice ? by.subject : null },
    clause: `${source} 「${words}」`,
    digest: "digest" in step ? step.digest : null,
    reason: "reason" in step ? step.reason : null,
  };
};
