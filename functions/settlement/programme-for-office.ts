import type { Caller } from "#shared/contract/endpoint.ts";
import type { Programme, ProgrammeId } from "#shared/domain/programme.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";
import type { Programmes } from "#shared/storage/programmes.ts";

/**
 * The programme, for the department that grants it in its area, and for whoever else of the area the call is open to.
 * @throws Refusal programme-unknown, department-not-allowed, area-not-allowed
 */
export const programmeForOffice = async (
  programmes: Pick<Programmes, "read">,
  caller: Caller,
  programmeId: ProgrammeId,
): Promise<Programme> => {
  const programme = await programmes.read(programmeId);
  if (!programme || programme.state === "draft" || programme.state === "discarded") {
    throw new Refusal("programme-unknown", { programmeId });
  }
  requireOffice(caller, programme.terms);
  return programme;
};

/** @throws Refusal department-not-allowed, area-not-allowed */
export const requireOffice = (
  caller: Caller,
  { department, area }: Pick<Programme["terms"], "department" | "area">,
): void => {
  if (caller.roles.includes("operator") || mayActIn(inRole(caller, "auditor"), area)) return;
  if (caller.department !== department)
    throw new Refusal("department-not-allowed", { department: caller.department ?? "" });
  if (!mayActIn(inRole(caller, "verifier"), area)) throw new Refusal("area-not-allowed", { area });
};
