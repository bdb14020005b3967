import type { Caller } from "#shared/contract/endpoint.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import type { Department } from "#shared/domain/department.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { mayActIn } from "#shared/http/authorise.ts";

/** @throws Refusal department-not-allowed when the caller is another department's feed */
export const requireDepartment = (caller: Caller, department: Department): void => {
  if (caller.department !== department) throw new Refusal("department-not-allowed", { department });
};

/** @throws Refusal area-not-allowed when the area is none of the caller's own */
export const requireArea = (caller: Caller, area: AreaCode): void => {
  if (!mayActIn(caller, area)) throw new Refusal("area-not-allowed", { area });
};

/** Whether the sender's own areas cover this one. */
export type Covers = (area: AreaCode) => boolean;

export const coveredBy =
  (caller: Caller): Covers =>
  (area) =>
    mayActIn(caller, area);
