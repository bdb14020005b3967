import { personActing } from "#shared/access/person-acting.ts";
import type { submitApplicationEndpoint } from "#shared/contract/applications.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import { mayTakeApplicationStep } from "#shared/domain/may-take-application-step.ts";
import type { Programme, ProgrammeId } from "#shared/domain/programme.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { applicationTerms } from "#shared/procedure/review-terms.ts";
import { newApplicationNumber } from "#shared/runtime/application-number.ts";
import type { Programmes } from "#shared/storage/programmes.ts";
import { recordApplicationStep } from "#shared/storage/take-application-step.ts";
import { applicationAnswer } from "./application-answer.ts";
import type { Applying } from "./applying.ts";
import { takenFor } from "./taken-for.ts";
import { wishesOf } from "./wishes-of.ts";

/** 公共服务申请: with a valid permit, while the window is open; what may be used once is taken with it. */
export const submitApplication =
  (applying: Applying) =>
  async ({ params: { residentId }, body, caller }: Call<typeof submitApplicationEndpoint>): Promise<Reply> => {
    const on = applying.today();
    const { programmeId, onBehalf, ...asked } = body;
    const { who, subject } = await personActing(applying.residents, { caller, residentId, onBehalf }, on);
    const programme = await openToAll(applying.programmes, programmeId);
    mayTakeApplicationStep(undefined, "applied", who, { programme, on });
    const { terms, round } = programme;
    const wishes = await wishesOf(applying, { residentId, subject }, { terms, asked, on });
    const { area, department } = terms;
    const term = applying.workingDays.term(on, applicationTerms.audit);
    const step = { type: "applied", programmeId, round, area, department, term, ...wishes } as const;

    const first = { applicationNumber: newApplicationNumber(), residentId };
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const takes = await takenFor(applying.applications, { ...first, ...step }, terms);
      const application = await recordApplicationStep(applying, { first, who, on, step, takes });
      if (application) return { status: 201, body: applicationAnswer(application) };
    }
    throw new Refusal("application-busy", {});
  };

const mostAttempts = 10;

/** @throws Refusal programme-unknown, also for one that is no more than a draft */
const openToAll = async (programmes: Pick<Programmes, "read">, programmeId: ProgrammeId): Promise<Programme> => {
  const programme = await programmes.read(programmeId);
  if (!programme || programme.state === "draft" || programme.state === "discarded") {
    throw new Refusal("programme-unknown", { programmeId });
  }
  return programme;
};
