import { serviceActing } from "#shared/access/service-acting.ts";
import type { Caller } from "#shared/contract/endpoint.ts";
import type { Application } from "#shared/domain/application.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";

export interface ApplicationView {
  /** How much of an application somebody may see: everything, or how it goes. */
  readonly sees: "everything" | "case";
  /** Whether they see it as an office does, with whoever acted. Nobody does so of their own. */
  readonly isOffice: boolean;
}

export interface ApplicationViews {
  /** Nothing: for the caller it is not there. */
  readonly of: (application: Application) => ApplicationView | undefined;
  /** Whether the caller may know that the person is there. */
  readonly ofPerson: boolean;
}

/**
 * A resident sees their own, a window those of the people of its areas, a verifier those on which their service department
 * decides, an auditor how those of their areas go.
 * @throws Refusal department-not-allowed at once, whomever it would be about
 */
export const applicationViewsOf = (caller: Caller) => {
  const decides = serviceActing(caller);
  return (residentId: ResidentId, areaToday: AreaCode): ApplicationViews => {
    const isOwn = ownResident(caller, residentId);
    const isWhole = isOwn || mayActIn(inRole(caller, "window"), areaToday);
    return {
      of: ({ area, department }) => {
        if (isOwn) return { sees: "everything", isOffice: false };
        if (decides(department, area)) return { sees: "everything", isOffice: true };
        if (isWhole) return { sees: "everything", isOffice: false };
        return mayActIn(inRole(caller, "auditor"), area) ? { sees: "case", isOffice: true } : undefined;
      },
      ofPerson: isWhole || mayActIn(caller, areaToday),
    };
  };
};
