import type { Caller } from "#shared/contract/endpoint.ts";
import type { OnBehalf } from "#shared/contract/on-behalf.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";
import { areaOf, type Subject, subjectOf } from "#shared/scoring/subject.ts";
import type { Residents } from "#shared/storage/residents.ts";

export interface PersonActing {
  readonly who: {
    /** The issuer's subject. */
    readonly subject: string;
    readonly role: "resident" | "guardian" | "window";
    /** Which resident the caller is themself, if any. */
    readonly residentId: ResidentId | undefined;
  };
  readonly dossier: Dossier;
  readonly subject: Subject;
}

/**
 * The person themself, their guardian, or the window of their area that says they agree; and whom it is about.
 * @throws Refusal resident-unknown; one whom the caller may not see looks the same
 * @throws Refusal consent-missing, role-not-allowed
 */
export const personActing = async (
  residents: Pick<Residents, "read">,
  { caller, residentId, onBehalf }: { caller: Caller; residentId: ResidentId; onBehalf: OnBehalf | undefined },
  on: CalendarDate,
): Promise<PersonActing> => {
  const dossier = await residents.read(residentId);
  const isOwn = ownResident(caller, residentId);
  const subject = dossier && subjectOf(dossier);
  if (!subject || !(isOwn || mayActIn(inRole(caller, "window"), areaOf(subject, dayOf(on))))) {
    throw new Refusal("resident-unknown", { residentId });
  }
  if (!isOwn && onBehalf?.by !== "window") throw new Refusal("consent-missing", {});
  if (isOwn && onBehalf?.by === "window") {
    throw new Refusal("role-not-allowed", { roles: caller.roles, needed: ["window"] });
  }
  const role = isOwn ? (onBehalf ? "guardian" : "resident") : "window";
  return {
    who: { subject: caller.subject, role, residentId: caller.residentId as ResidentId | undefined },
    dossier,
    subject,
  };
};
