import type { Call } from "#shared/contract/endpoint.ts";
import type { listFindingsEndpoint } from "#shared/contract/findings.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import type { Findings } from "#shared/storage/findings.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { findingAnswer } from "./finding-answer.ts";
import { findingView } from "./finding-view.ts";

interface Listing {
  readonly findings: Pick<Findings, "ofResident">;
  readonly residents: Pick<Residents, "readSubject">;
  readonly today: () => CalendarDate;
}

/** The person's findings that the caller may see, each as far as they may. */
export const listFindings =
  ({ findings, residents, today }: Listing) =>
  async ({ params: { residentId }, caller }: Call<typeof listFindingsEndpoint>): Promise<Reply> => {
    const viewOn = findingView(caller);
    const known = await residents.readSubject(residentId);
    if (!known) throw new Refusal("resident-unknown", { residentId });
    const view = viewOn(residentId, areaOf(known.subject, dayOf(today())));

    const seen = (await findings.ofResident(residentId)).flatMap((finding) => {
      const sees = view.of(finding);
      return sees ? [findingAnswer(finding, sees)] : [];
    });
    if (seen.length === 0 && !view.ofPerson) throw new Refusal("resident-unknown", { residentId });
    return { status: 200, body: { findings: seen } };
  };
