import { personActing } from "#shared/access/person-acting.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { appealFindingEndpoint } from "#shared/contract/findings.ts";
import type { Reply } from "#shared/http/answer.ts";
import { findingAnswer } from "./finding-answer.ts";
import type { FindingStepping } from "./finding-stepping.ts";
import { takeFindingStep } from "./take-finding-step.ts";

/** The person holds that the finding is wrong; it stands until a third person has decided. */
export const appealFinding =
  (stepping: FindingStepping) =>
  async ({ params, body: { reason, onBehalf }, caller }: Call<typeof appealFindingEndpoint>): Promise<Reply> => {
    const { residentId } = params;
    const { who } = await personActing(stepping.residents, { caller, residentId, onBehalf }, stepping.today());
    const finding = await takeFindingStep(stepping, params, {
      who: () => who,
      type: "appealed",
      step: () => ({ type: "appealed", reason }),
    });
    return { status: 200, body: findingAnswer(finding) };
  };
