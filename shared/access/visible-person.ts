import type { Caller } from "#shared/contract/endpoint.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import type { Residents, VersionedSubject } from "#shared/storage/residents.ts";

/**
 * The person, for themself and for the offices of the area in which they are today.
 * @throws Refusal `resident-unknown` alike when there is nobody and when the caller may not see them
 */
export const visiblePerson = async (
  residents: Pick<Residents, "readSubject">,
  caller: Caller,
  residentId: ResidentId,
  today: CalendarDate,
): Promise<VersionedSubject> => {
  const found = await residents.readSubject(residentId);
  const maySee = (subject: VersionedSubject["subject"]): boolean =>
    ownResident(caller, residentId) || mayActIn(caller, areaOf(subject, dayOf(today)));
  if (!found || !maySee(found.subject)) throw new Refusal("resident-unknown", { residentId });
  return found;
};
