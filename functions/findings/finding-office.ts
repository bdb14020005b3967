import type { Caller } from "#shared/contract/endpoint.ts";
import { type Finding, FindingDepartment } from "#shared/domain/finding.ts";
import type { FindingActing } from "#shared/domain/finding-conditions.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";

/**
 * The department for which the caller verifies, if they do.
 * @throws Refusal department-not-allowed when their token names none, and they have no other part
 */
export const findingDepartment = (caller: Caller): FindingDepartment | undefined => {
  if (!caller.roles.includes("verifier")) return undefined;
  const own = FindingDepartment.safeParse(caller.department);
  if (own.success) return own.data;
  if (caller.roles.length > 1) return undefined;
  throw new Refusal("department-not-allowed", { department: caller.department ?? "" });
};

/** The caller as one of an office. */
export const asVerifier = ({ subject, residentId }: Caller): FindingActing => ({
  subject,
  role: "verifier",
  residentId: ResidentId.safeParse(residentId).data,
});

/**
 * A verifier of the department that decides, in its area.
 * @throws Refusal department-not-allowed at once, whatever finding it would be; then finding-unknown
 */
export const findingOffice = (caller: Caller) => {
  const department = findingDepartment(caller);
  return (finding: Finding): FindingActing => {
    if (finding.department !== department || !mayActIn(inRole(caller, "verifier"), finding.area)) {
      throw new Refusal("finding-unknown", { findingId: finding.findingId });
    }
    return asVerifier(caller);
  };
};
