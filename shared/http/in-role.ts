import type { Caller } from "#shared/contract/endpoint.ts";
import type { Role } from "#shared/contract/roles.ts";

/** The caller in this role, and in no other they may also have. */
export const inRole = (caller: Caller, role: Role): Caller => ({
  ...caller,
  roles: caller.roles.filter((one) => one === role),
});
