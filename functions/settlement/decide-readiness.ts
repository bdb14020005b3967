import type { Call } from "#shared/contract/endpoint.ts";
import type { decideReadinessEndpoint } from "#shared/contract/settlement-readiness.ts";
import type { ApplicationStep } from "#shared/domain/application.ts";
import { applyApplicationStep } from "#shared/domain/apply-application-step.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import { mayTakeApplicationStep } from "#shared/domain/may-take-application-step.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Applications } from "#shared/storage/applications.ts";
import type { Programmes } from "#shared/storage/programmes.ts";
import { grants } from "./programme-for-office.ts";

interface Deciding {
  readonly applications: Pick<Applications, "read" | "record">;
  readonly programmes: Pick<Programmes, "read">;
  readonly now: () => Instant;
  readonly today: () => CalendarDate;
}

/** How one incomplete application goes on: by what is known, or not in this round. */
export const decideReadiness =
  ({ applications, programmes, now, today }: Deciding) =>
  async ({ params, body, caller }: Call<typeof decideReadinessEndpoint>): Promise<Reply> => {
    const { applicationNumber } = params;
    const who = {
      subject: caller.subject,
      role: "verifier",
      residentId: ResidentId.safeParse(caller.residentId).data,
    } as const;
    const on = today();
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const before = await applications.read(applicationNumber);
      const programme = before && (await programmes.read(before.programmeId));
      if (!programme || !grants(caller, programme.terms)) {
        throw new Refusal("application-unknown", { applicationNumber });
      }
      mayTakeApplicationStep(before, "readiness-decided", who, { programme, on });
      const step: ApplicationStep = { type: "readiness-decided", ...body };
      const { residentId, version } = before;
      const by = { subject: who.subject, role: who.role };
      const recorded = { applicationNumber, residentId, version: version + 1, step, by, at: now(), on };
      const application = applyApplicationStep(before, recorded);
      if ((await applications.record(application, recorded, {})) === "recorded") {
        const { state } = application;
        return { status: 200, body: { applicationNumber, state, unready: [], decision: body.decision } };
      }
    }
    throw new Refusal("application-busy", {});
  };

const mostAttempts = 10;
