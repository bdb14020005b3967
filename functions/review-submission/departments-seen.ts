import type { Caller } from "#shared/contract/endpoint.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import { Department } from "#shared/domain/department.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";
import { verifyingDepartment } from "./office-acting.ts";

/**
 * Whose queues the caller may see in the area: a verifier their own department's, an auditor every one.
 * @throws Refusal area-not-allowed, department-not-allowed
 */
export const departmentsSeen = (caller: Caller, area: AreaCode): readonly Department[] => {
  const own = verifyingDepartment(caller);
  if (mayActIn(inRole(caller, "auditor"), area)) return Department.options;
  if (own && mayActIn(inRole(caller, "verifier"), area)) return [own];
  throw new Refusal("area-not-allowed", { area });
};
