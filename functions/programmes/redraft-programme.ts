import type { Call } from "#shared/contract/endpoint.ts";
import type { redraftProgrammeEndpoint } from "#shared/contract/programme-steps.ts";
import type { Reply } from "#shared/http/answer.ts";
import { takeProgrammeStep } from "#shared/storage/take-programme-step.ts";
import { actingAs } from "./acting-as.ts";
import type { Drafting } from "./draft-programme.ts";
import { draftedTerms } from "./drafted-terms.ts";
import { programmeAnswer } from "./programme-answer.ts";

/** Other terms in place of those that nobody has approved yet. */
export const redraftProgramme =
  ({ standards, ...stepping }: Drafting) =>
  async ({ params, body, caller }: Call<typeof redraftProgrammeEndpoint>): Promise<Reply> => {
    const programme = await takeProgrammeStep(stepping, params.programmeId, {
      who: actingAs(caller, "rule-maker"),
      type: "redrafted",
      step: () => ({ type: "redrafted", ...draftedTerms(standards, caller, body) }),
    });
    return { status: 200, body: programmeAnswer(programme) };
  };
