import type { Caller, Endpoint } from "#shared/contract/endpoint.ts";
import type { Role } from "#shared/contract/roles.ts";
import { type AreaCode, coveringAreas } from "#shared/domain/area.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";

/**
 * The caller in the roles in which this call may be made, and in no other: a resident who also holds a role that may not
 * read scores gains nothing from it.
 * @throws Refusal `role-not-allowed` when none of the caller's roles may call; nothing has been read by then
 */
export const authorise = (caller: Caller, { roles: needed }: Pick<Endpoint, "roles">): Caller => {
  const roles = caller.roles.filter((role) => needed.includes(role));
  if (roles.length === 0) throw new Refusal("role-not-allowed", { roles: caller.roles, needed });
  return { ...caller, roles };
};

/** Whether the area lies in one of the caller's own, whole codes compared, and a role of theirs is bound to areas. */
export const mayActIn = (caller: Caller, area: AreaCode): boolean =>
  caller.roles.some(isBoundToAreas) && coveringAreas(area).some((covering) => caller.areas.includes(covering));

/** Whether the caller is this very resident. */
export const ownResident = (caller: Caller, residentId: ResidentId): boolean =>
  caller.roles.includes("resident") && caller.residentId === residentId;

const rolesBoundToAreas: readonly Role[] = ["window", "verifier", "feed", "auditor", "rule-maker", "approver"];

const isBoundToAreas = (role: Role): boolean => rolesBoundToAreas.includes(role);
