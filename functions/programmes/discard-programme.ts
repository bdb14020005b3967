import type { Call } from "#shared/contract/endpoint.ts";
import type { discardProgrammeEndpoint } from "#shared/contract/programme-steps.ts";
import type { Reply } from "#shared/http/answer.ts";
import { type ProgrammeStepping, takeProgrammeStep } from "#shared/storage/take-programme-step.ts";
import { actingAs } from "./acting-as.ts";
import { programmeAnswer } from "./programme-answer.ts";

/** A draft that comes to nothing. */
export const discardProgramme =
  (stepping: ProgrammeStepping) =>
  async ({ params, body: { reason }, caller }: Call<typeof discardProgrammeEndpoint>): Promise<Reply> => {
    const programme = await takeProgrammeStep(stepping, params.programmeId, {
      who: actingAs(caller, "rule-maker", "approver"),
      type: "discarded",
      step: () => ({ type: "discarded", reason }),
    });
    return { status: 200, body: programmeAnswer(programme) };
  };
