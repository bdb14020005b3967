import type { Caller } from "#shared/contract/endpoint.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Review } from "#shared/domain/review.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";
import { inRole } from "./in-role.ts";
import { verifyingDepartment } from "./office-acting.ts";

/** How much of a review somebody may see: everything, or how it goes. */
export type ReviewView = "everything" | "case";

export interface Views {
  /** Nothing: for the caller it is not there. */
  readonly of: (review: Review) => ReviewView | undefined;
  /** Whether the caller may know that the person is there. */
  readonly ofPerson: boolean;
}

/**
 * A resident sees their own, a window those of the people of its areas, a verifier those on which their department
 * decides, an auditor how those of their areas go.
 * @throws Refusal department-not-allowed
 */
export const viewsOf = (caller: Caller, residentId: ResidentId, areaToday: AreaCode): Views => {
  const department = verifyingDepartment(caller);
  const isWhole = ownResident(caller, residentId) || mayActIn(inRole(caller, "window"), areaToday);
  return {
    of: ({ area, deciders }) => {
      if (isWhole) return "everything";
      const decides = department && deciders.includes(department) && mayActIn(inRole(caller, "verifier"), area);
      if (decides) return "everything";
      return mayActIn(inRole(caller, "auditor"), area) ? "case" : undefined;
    },
    ofPerson: isWhole || mayActIn(caller, areaToday),
  };
};
