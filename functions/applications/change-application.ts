import { personActing } from "#shared/access/person-acting.ts";
import type { changeApplicationEndpoint } from "#shared/contract/application-steps-of-person.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import { type UsedOnce, usedBy } from "#shared/domain/used-once.ts";
import type { Reply } from "#shared/http/answer.ts";
import { applicationTerms } from "#shared/procedure/review-terms.ts";
import { takeApplicationStep } from "#shared/storage/take-application-step.ts";
import { applicationAnswer } from "./application-answer.ts";
import type { Applying } from "./applying.ts";
import { freedBy } from "./freed-by.ts";
import { ownApplication } from "./own-application.ts";
import { takenFor } from "./taken-for.ts";
import { wishesOf } from "./wishes-of.ts";

/** 变更申请: all that is asked for anew, in place of what was; decided on anew too. */
export const changeApplication =
  (applying: Applying) =>
  async ({ params, body, caller }: Call<typeof changeApplicationEndpoint>): Promise<Reply> => {
    const { residentId, applicationNumber } = params;
    const { onBehalf, ...asked } = body;
    const on = applying.today();
    const { who, subject } = await personActing(applying.residents, { caller, residentId, onBehalf }, on);
    const { applications, workingDays } = applying;
    const application = await takeApplicationStep(applying, applicationNumber, {
      who: ownApplication(residentId, who),
      type: "changed",
      step: async (before, { terms }) => {
        const wishes = await wishesOf(applying, { residentId, subject }, { terms, asked, on });
        const { programmeId, round } = before;
        const used = await freedBy(applications, before, usedBy(before, terms));
        const after = { programmeId, round, residentId, ...wishes };
        return {
          step: { type: "changed", term: workingDays.term(on, applicationTerms.audit), ...wishes },
          takes: await takenFor(applications, after, terms, used),
          frees: without(used, usedBy(after, terms)),
        };
      },
    });
    return { status: 200, body: applicationAnswer(application) };
  };

const without = (used: readonly UsedOnce[], kept: readonly UsedOnce[]): readonly UsedOnce[] =>
  used.filter(({ kind, id }) => !kept.some((other) => other.kind === kind && other.id === id));
