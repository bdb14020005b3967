import type { Caller } from "#shared/contract/endpoint.ts";
import { Department } from "#shared/domain/department.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Review } from "#shared/domain/review.ts";
import type { Acting } from "#shared/domain/review-conditions.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";

/**
 * A verifier of a department that decides on the review, in their own areas; else an auditor of the area.
 * @throws Refusal department-not-allowed at once, whatever review it would be; then review-unknown
 */
export const officeActing = (caller: Caller) => {
  const { subject } = caller;
  const own = ResidentId.safeParse(caller.residentId);
  const who = { subject, residentId: own.data };
  const department = verifyingDepartment(caller);
  return ({ reviewId, area, deciders }: Review): Acting => {
    if (department && deciders.includes(department) && mayActIn(inRole(caller, "verifier"), area)) {
      return { ...who, role: "verifier", department };
    }
    if (mayActIn(inRole(caller, "auditor"), area)) return { ...who, role: "auditor" };
    throw new Refusal("review-unknown", { reviewId });
  };
};

/**
 * The department for which the caller verifies, if they do.
 * @throws Refusal department-not-allowed when their token names none, and they have no other part
 */
export const verifyingDepartment = (caller: Caller): Department | undefined => {
  if (!caller.roles.includes("verifier")) return undefined;
  const own = Department.safeParse(caller.department);
  if (own.success) return own.data;
  if (caller.roles.length > 1) return undefined;
  throw new Refusal("department-not-allowed", { department: caller.department ?? "" });
};
