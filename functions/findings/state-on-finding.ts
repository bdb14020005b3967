import { personActing } from "#shared/access/person-acting.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { stateOnFindingEndpoint } from "#shared/contract/findings.ts";
import type { Reply } from "#shared/http/answer.ts";
import { findingAnswer } from "./finding-answer.ts";
import type { FindingStepping } from "./finding-stepping.ts";
import { takeFindingStep } from "./take-finding-step.ts";

/** 陈述申辩: what the person has to say, before anything is decided. */
export const stateOnFinding =
  (stepping: FindingStepping) =>
  async ({ params, body: { statement, onBehalf }, caller }: Call<typeof stateOnFindingEndpoint>): Promise<Reply> => {
    const { residentId } = params;
    const { who } = await personActing(stepping.residents, { caller, residentId, onBehalf }, stepping.today());
    const finding = await takeFindingStep(stepping, params, {
      who: () => who,
      type: "heard",
      step: () => ({ type: "heard", statement }),
    });
    return { status: 200, body: findingAnswer(finding) };
  };
