import type { Caller } from "#shared/contract/endpoint.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import type { RelationActing } from "#shared/domain/may-take-relation-step.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";
import { areaOf } from "#shared/scoring/subject.ts";
import type { Residents } from "#shared/storage/residents.ts";

interface Asked {
  readonly caller: Caller;
  readonly residentId: ResidentId;
  /** Whether a window says that the adult agrees. */
  readonly onBehalf: { readonly by: "window" } | undefined;
  /** Who has named this adult, if anybody. */
  readonly namedBy: ResidentId | undefined;
}

/**
 * An adult of a household themself, or the window of their area that says they agree. Somebody without a dossier, who is
 * there only because a relative named them, is served where that relative lives.
 * @throws Refusal resident-unknown; one whom the caller may not see looks the same
 * @throws Refusal consent-missing, role-not-allowed
 */
export const adultActing = async (
  residents: Pick<Residents, "readSubject">,
  { caller, residentId, onBehalf, namedBy }: Asked,
  on: CalendarDate,
): Promise<RelationActing> => {
  const { subject } = caller;
  if (ownResident(caller, residentId)) {
    if (onBehalf) throw new Refusal("role-not-allowed", { roles: caller.roles, needed: ["window"] });
    return { adult: residentId, role: "resident", subject };
  }
  const known = (await residents.readSubject(residentId)) ?? (namedBy && (await residents.readSubject(namedBy)));
  if (!known || !mayActIn(inRole(caller, "window"), areaOf(known.subject, dayOf(on)))) {
    throw new Refusal("resident-unknown", { residentId });
  }
  if (!onBehalf) throw new Refusal("consent-missing", {});
  return { adult: residentId, role: "window", subject };
};
