import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { permitOn } from "#shared/domain/permit-timeline.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import type { Residents } from "#shared/storage/residents.ts";

/** 凭居住证及积分: whether the person may have what their points would bring them on the day. */
export const hasValidPermit = async (
  residents: Pick<Residents, "read">,
  residentId: ResidentId,
  on: CalendarDate,
): Promise<boolean> => {
  const dossier = await residents.read(residentId);
  return dossier !== undefined && permitOn(subjectOf(dossier).facts.permit, dayOf(on)).standing === "valid";
};
