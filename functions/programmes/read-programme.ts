import type { Call } from "#shared/contract/endpoint.ts";
import type { readProgrammeEndpoint } from "#shared/contract/programmes.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Programmes } from "#shared/storage/programmes.ts";
import { maySee, seesDrafts } from "./may-see.ts";
import { programmeAnswer, programmeStepAnswer } from "./programme-answer.ts";

/** One programme with every step; one that the caller may not see looks as if it were not there. */
export const readProgramme =
  (programmes: Pick<Programmes, "read" | "readSteps">) =>
  async ({ params: { programmeId }, caller }: Call<typeof readProgrammeEndpoint>): Promise<Reply> => {
    const programme = await programmes.read(programmeId);
    if (!programme || !maySee(caller, programme)) throw new Refusal("programme-unknown", { programmeId });
    const isOffice = seesDrafts(caller, programme.terms.area);
    const steps = (await programmes.readSteps(programmeId)).map((step) => programmeStepAnswer(step, isOffice));
    return { status: 200, body: { programme: programmeAnswer(programme), steps } };
  };
