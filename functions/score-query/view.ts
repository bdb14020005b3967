import type { Caller } from "#shared/contract/endpoint.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import { Department } from "#shared/domain/department.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";

/** How much of a score the caller may see: all of it, or the lines of one department. */
export type View = "everything" | Department;

/**
 * Decided before anything is read. Whoever only verifies sees the lines of their own department.
 * @throws Refusal `department-not-allowed` when a verifier's token names no department that supplies facts
 */
export const viewOf = (caller: Caller, residentId: ResidentId): View => {
  if (ownResident(caller, residentId)) return "everything";
  if (caller.roles.some((role) => role === "window" || role === "auditor")) return "everything";
  if (!caller.roles.includes("verifier")) return "everything";
  const own = Department.safeParse(caller.department);
  if (!own.success) throw new Refusal("department-not-allowed", { department: caller.department ?? "" });
  return own.data;
};

/** A resident reads their own; window, verifier and auditor read the people of their areas. */
export const mayRead = (caller: Caller, residentId: ResidentId, area: AreaCode): boolean =>
  ownResident(caller, residentId) || mayActIn(caller, area);
