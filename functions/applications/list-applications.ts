import type { listApplicationsEndpoint } from "#shared/contract/applications.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import type { Applications } from "#shared/storage/applications.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { applicationAnswer, applicationCase } from "./application-answer.ts";
import { applicationViewsOf } from "./application-view.ts";

interface Listing {
  readonly applications: Pick<Applications, "ofResident" | "readMany">;
  readonly residents: Pick<Residents, "readSubject">;
  readonly today: () => CalendarDate;
}

/** The person's applications that the caller may see, each as far as they may. */
export const listApplications =
  ({ applications, residents, today }: Listing) =>
  async ({ params: { residentId }, caller }: Call<typeof listApplicationsEndpoint>): Promise<Reply> => {
    const viewsOn = applicationViewsOf(caller);
    const known = await residents.readSubject(residentId);
    if (!known) throw new Refusal("resident-unknown", { residentId });
    const views = viewsOn(residentId, areaOf(known.subject, dayOf(today())));

    const { entries } = await applications.ofResident(residentId, { limit: most });
    const all = [...(await applications.readMany(entries))].sort((one, other) =>
      one.appliedAt < other.appliedAt ? -1 : 1,
    );
    const seen = all.flatMap((application) => {
      const view = views.of(application);
      return view ? [view.sees === "everything" ? applicationAnswer(application) : applicationCase(application)] : [];
    });
    if (seen.length === 0 && !views.ofPerson) throw new Refusal("resident-unknown", { residentId });
    return { status: 200, body: { applications: seen } };
  };

/** More than anybody ever makes: one a programme and round. */
const most = 100;
