import type { Caller } from "#shared/contract/endpoint.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import { ServiceDepartment } from "#shared/domain/programme.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";

/**
 * Whether a verifier of a service department may act on what that department decides in an area.
 * @throws Refusal department-not-allowed at once, where the caller's token names no such department and they have no other
 * part
 */
export const serviceActing = (caller: Caller) => {
  const own = ServiceDepartment.safeParse(caller.department);
  const verifier = inRole(caller, "verifier");
  if (!own.success && verifier.roles.length > 0 && caller.roles.length === 1) {
    throw new Refusal("department-not-allowed", { department: caller.department ?? "" });
  }
  return (department: ServiceDepartment, area: AreaCode): boolean =>
    own.success && own.data === department && mayActIn(verifier, area);
};
