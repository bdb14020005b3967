import type { Caller } from "#shared/contract/endpoint.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import type { Residents } from "#shared/storage/residents.ts";

/**
 * A resident sees to what is theirs, a window to people of its areas. Unknown and forbidden look the same.
 * @throws Refusal resident-unknown
 */
export const requireVisible = async (
  residents: Pick<Residents, "readSubject">,
  {
    caller,
    residentId,
    today,
  }: { readonly caller: Caller; readonly residentId: ResidentId; readonly today: CalendarDate },
): Promise<void> => {
  const found = await residents.readSubject(residentId);
  const mayAct = found && (ownResident(caller, residentId) || mayActIn(caller, areaOf(found.subject, dayOf(today))));
  if (!mayAct) throw new Refusal("resident-unknown", { residentId });
};
