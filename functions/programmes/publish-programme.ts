import type { Call } from "#shared/contract/endpoint.ts";
import type { publishProgrammeEndpoint } from "#shared/contract/programme-steps.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { type ProgrammeStepping, takeProgrammeStep } from "#shared/storage/take-programme-step.ts";
import { actingAs } from "./acting-as.ts";
import { programmeAnswer } from "./programme-answer.ts";

/** A second person lets the terms stand that they have read: those and no others. */
export const publishProgramme =
  (stepping: ProgrammeStepping) =>
  async ({ params, body: { digest: read }, caller }: Call<typeof publishProgrammeEndpoint>): Promise<Reply> => {
    const programme = await takeProgrammeStep(stepping, params.programmeId, {
      who: actingAs(caller, "approver"),
      type: "published",
      step: ({ digest }) => {
        if (digest !== read) throw new Refusal("programme-changed", { digest });
        return { type: "published" };
      },
    });
    return { status: 200, body: programmeAnswer(programme) };
  };
