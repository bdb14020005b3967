import type { Call } from "#shared/contract/endpoint.ts";
import type { dismissFindingEndpoint } from "#shared/contract/findings.ts";
import type { Reply } from "#shared/http/answer.ts";
import { findingAnswer } from "./finding-answer.ts";
import { findingOffice } from "./finding-office.ts";
import type { FindingStepping } from "./finding-stepping.ts";
import { takeFindingStep } from "./take-finding-step.ts";

/** There was no forgery, or it can't be shown. */
export const dismissFinding =
  (stepping: FindingStepping) =>
  async ({ params, body: { reason }, caller }: Call<typeof dismissFindingEndpoint>): Promise<Reply> => {
    const finding = await takeFindingStep(stepping, params, {
      who: findingOffice(caller),
      type: "dismissed",
      step: () => ({ type: "dismissed", reason }),
    });
    return { status: 200, body: findingAnswer(finding) };
  };
