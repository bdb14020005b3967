import type { Call } from "#shared/contract/endpoint.ts";
import type { readFindingEndpoint } from "#shared/contract/findings.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import type { RecordedFindingStep } from "#shared/domain/finding.ts";
import { findingMachine } from "#shared/domain/finding-machine.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import type { Findings } from "#shared/storage/findings.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { findingAnswer } from "./finding-answer.ts";
import { findingView } from "./finding-view.ts";

interface Reading {
  readonly findings: Pick<Findings, "read" | "readSteps">;
  readonly residents: Pick<Residents, "readSubject">;
  readonly today: () => CalendarDate;
}

/** One finding with every step; one that the caller may not see looks as if it were not there. */
export const readFinding =
  ({ findings, residents, today }: Reading) =>
  async ({ params: { residentId, findingId }, caller }: Call<typeof readFindingEndpoint>): Promise<Reply> => {
    const viewOn = findingView(caller);
    const [known, finding] = await Promise.all([
      residents.readSubject(residentId),
      findings.read(residentId, findingId),
    ]);
    const sees = known && finding && viewOn(residentId, areaOf(known.subject, dayOf(today()))).of(finding);
    if (!sees) throw new Refusal("finding-unknown", { findingId });

    const steps = (await findings.readSteps(residentId, findingId)).map(stepAnswer);
    return { status: 200, body: { finding: findingAnswer(finding, sees), steps } };
  };

const stepAnswer = ({ version, step: { type }, on, by }: RecordedFindingStep) => {
  const { source, words } = findingMachine[type].clause;
  return { version, step: type, on, role: by.role, clause: `${source} 「${words}」` };
};
