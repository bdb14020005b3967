import type { Call } from "#shared/contract/endpoint.ts";
import type { draftProgrammeEndpoint } from "#shared/contract/programme-steps.ts";
import { applyProgrammeStep } from "#shared/domain/apply-programme-step.ts";
import { mayTakeProgrammeStep } from "#shared/domain/may-take-programme-step.ts";
import { ProgrammeId } from "#shared/domain/programme.ts";
import type { Reply } from "#shared/http/answer.ts";
import { opaqueId } from "#shared/runtime/opaque-id.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { ProgrammeStepping } from "#shared/storage/take-programme-step.ts";
import { draftedTerms } from "./drafted-terms.ts";
import { programmeAnswer } from "./programme-answer.ts";

export interface Drafting extends ProgrammeStepping {
  readonly standards: Pick<Standards, "existing">;
}

/** 制定积分应用规则: writes down what a public service by points is to be. */
export const draftProgramme =
  ({ programmes, standards, now, today }: Drafting) =>
  async ({ body, caller }: Call<typeof draftProgrammeEndpoint>): Promise<Reply> => {
    const by = { subject: caller.subject, role: "rule-maker" } as const;
    const on = today();
    const step = { type: "drafted", ...draftedTerms(standards, caller, body) } as const;
    mayTakeProgrammeStep(undefined, step.type, by, on);
    const programmeId = ProgrammeId.parse(opaqueId("p"));
    const recorded = { programmeId, version: 1, step, by, at: now(), on };
    const programme = applyProgrammeStep(undefined, recorded);
    if ((await programmes.record(programme, recorded)) !== "recorded") throw new Error("a new id was used before");
    return { status: 201, body: programmeAnswer(programme) };
  };
