import type { Caller } from "#shared/contract/endpoint.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import type { Finding } from "#shared/domain/finding.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";
import { findingDepartment } from "./finding-office.ts";

/** How much of a finding somebody may see: everything, how it goes, or for them it is not there. */
export type FindingView = "everything" | "case" | undefined;

/**
 * The person, the window of their area, the department that decides in its area; an auditor of that area how it goes.
 * @throws Refusal department-not-allowed at once, whomever it would be about
 */
export const findingView = (caller: Caller) => {
  const department = findingDepartment(caller);
  return (residentId: ResidentId, areaToday: AreaCode) => {
    const isWhole = ownResident(caller, residentId) || mayActIn(inRole(caller, "window"), areaToday);
    return {
      /** Whether the caller may know that the person is there. */
      ofPerson: isWhole || mayActIn(caller, areaToday),
      of: (finding: Finding): FindingView => {
        if (isWhole) return "everything";
        const decides = finding.department === department && mayActIn(inRole(caller, "verifier"), finding.area);
        if (decides) return "everything";
        return mayActIn(inRole(caller, "auditor"), finding.area) ? "case" : undefined;
      },
    };
  };
};
