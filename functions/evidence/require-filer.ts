import type { Caller } from "#shared/contract/endpoint.ts";
import { dayOf } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import type { EvidenceReads } from "./reads.ts";

/**
 * In which part the caller acts for the person: as the person themself, or as the window of their area.
 * @throws Refusal resident-unknown; one whom the caller may not see looks the same
 */
export const requireFiler = async (
  { residents, today }: Pick<EvidenceReads, "residents" | "today">,
  caller: Caller,
  residentId: ResidentId,
): Promise<"resident" | "window"> => {
  const known = await residents.readSubject(residentId);
  if (known && ownResident(caller, residentId)) return "resident";
  const window = { ...caller, roles: caller.roles.filter((role) => role === "window") };
  if (known && mayActIn(window, areaOf(known.subject, dayOf(today())))) return "window";
  throw new Refusal("resident-unknown", { residentId });
};
