import * as z from "zod";

/** Who may call what is decided by role first, then by area or department. */
export const Role = z
  .enum(["resident", "window", "verifier", "feed", "rule-maker", "approver", "auditor", "operator", "sender"])
  .meta({ id: "Role" });
export type Role = z.infer<typeof Role>;

export const roles: readonly Role[] = Role.options;
