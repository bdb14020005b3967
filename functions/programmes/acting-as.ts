import type { Caller } from "#shared/contract/endpoint.ts";
import type { Programme } from "#shared/domain/programme.ts";
import type { ProgrammeActing } from "#shared/domain/programme-conditions.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";

/**
 * The first of these parts in which the caller acts in the programme's area.
 * @throws Refusal programme-unknown where there is none: drafts of others look as if they were not there
 */
export const actingAs =
  (caller: Caller, ...roles: readonly ("rule-maker" | "approver")[]) =>
  ({ programmeId, terms }: Programme): ProgrammeActing => {
    const role = roles.find((one) => mayActIn(inRole(caller, one), terms.area));
    if (!role) throw new Refusal("programme-unknown", { programmeId });
    return { subject: caller.subject, role };
  };
