import type { Caller } from "#shared/contract/endpoint.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Review } from "#shared/domain/review.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";
import { verifyingDepartment } from "./office-acting.ts";

export interface ReviewView {
  /** How much of a review somebody may see: everything, or how it goes. */
  readonly sees: "everything" | "case";
  /** Whether they see it as an office does, with whoever acted. Nobody does so of their own. */
  readonly isOffice: boolean;
}

export interface Views {
  /** Nothing: for the caller it is not there. */
  readonly of: (review: Review) => ReviewView | undefined;
  /** Whether the caller may know that the person is there. */
  readonly ofPerson: boolean;
}

/**
 * A resident sees their own, a window those of the people of its areas, a verifier those on which their department
 * decides, an auditor how those of their areas go.
 * @throws Refusal department-not-allowed at once, whomever it would be about
 */
export const viewsOf = (caller: Caller) => {
  const department = verifyingDepartment(caller);
  return (residentId: ResidentId, areaToday: AreaCode): Views => {
    const isOwn = ownResident(caller, residentId);
    const isWhole = isOwn || mayActIn(inRole(caller, "window"), areaToday);
    return {
      of: ({ area, deciders }) => {
        if (isOwn) return { sees: "everything", isOffice: false };
        const decides = department && deciders.includes(department) && mayActIn(inRole(caller, "verifier"), area);
        if (decides) return { sees: "everything", isOffice: true };
        if (isWhole) return { sees: "everything", isOffice: false };
        return mayActIn(inRole(caller, "auditor"), area) ? { sees: "case", isOffice: true } : undefined;
      },
      ofPerson: isWhole || mayActIn(caller, areaToday),
    };
  };
};
