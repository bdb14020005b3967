import type { Call } from "#shared/contract/endpoint.ts";
import type { drawSeedEndpoint } from "#shared/contract/programme-steps.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import { type ProgrammeStepping, takeProgrammeStep } from "#shared/storage/take-programme-step.ts";
import { maySee } from "./may-see.ts";
import { programmeAnswer } from "./programme-answer.ts";

/** 摇号: what the lots of this round are made of. */
export const drawSeed =
  (stepping: ProgrammeStepping) =>
  async ({ params, body, caller }: Call<typeof drawSeedEndpoint>): Promise<Reply> => {
    const programme = await takeProgrammeStep(stepping, params.programmeId, {
      who: (before) => {
        const { programmeId, terms } = before;
        if (!maySee(caller, before)) throw new Refusal("programme-unknown", { programmeId });
        if (caller.department !== terms.department) {
          throw new Refusal("department-not-allowed", { department: terms.department });
        }
        if (!mayActIn(caller, terms.area)) throw new Refusal("area-not-allowed", { area: terms.area });
        return { subject: caller.subject, role: "verifier" };
      },
      type: "seed-drawn",
      step: () => ({ type: "seed-drawn", ...body }),
    });
    return { status: 200, body: programmeAnswer(programme) };
  };
