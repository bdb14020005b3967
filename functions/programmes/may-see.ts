import type { Caller } from "#shared/contract/endpoint.ts";
import type { Role } from "#shared/contract/roles.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import type { Programme } from "#shared/domain/programme.ts";
import { mayActIn } from "#shared/http/authorise.ts";

/** Whether the caller writes, approves or audits in the area. */
export const seesDrafts = (caller: Caller, area: AreaCode): boolean =>
  mayActIn({ ...caller, roles: caller.roles.filter((role) => offices.includes(role)) }, area);

/** Once it was published everybody may. */
export const maySee = (caller: Caller, { state, terms }: Programme): boolean =>
  (state !== "draft" && state !== "discarded") || seesDrafts(caller, terms.area);

const offices: readonly Role[] = ["rule-maker", "approver", "auditor"];
