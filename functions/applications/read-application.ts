import type { readApplicationEndpoint } from "#shared/contract/applications.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import type { Applications } from "#shared/storage/applications.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { applicationAnswer, applicationCase } from "./application-answer.ts";
import { applicationStepAnswer } from "./application-step-answer.ts";
import { applicationViewsOf } from "./application-view.ts";

interface Reading {
  readonly applications: Pick<Applications, "read" | "readSteps">;
  readonly residents: Pick<Residents, "readSubject">;
  readonly today: () => CalendarDate;
}

/** One application with every step; one that the caller may not see looks as if it were not there. */
export const readApplication =
  ({ applications, residents, today }: Reading) =>
  async ({ params, caller }: Call<typeof readApplicationEndpoint>): Promise<Reply> => {
    const { residentId, applicationNumber } = params;
    const views = applicationViewsOf(caller);
    const [known, application] = await Promise.all([
      residents.readSubject(residentId),
      applications.read(applicationNumber),
    ]);
    const isTheirs = known && application?.residentId === residentId;
    const view = isTheirs && views(residentId, areaOf(known.subject, dayOf(today()))).of(application);
    if (!view) throw new Refusal("application-unknown", { applicationNumber });

    const steps = await applications.readSteps(applicationNumber);
    return {
      status: 200,
      body: {
        application: view.sees === "everything" ? applicationAnswer(application) : applicationCase(application),
        steps: steps.map((step) => applicationStepAnswer(step, view)),
      },
    };
  };
