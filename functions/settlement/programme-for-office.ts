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

type Granted = Pick<Programme["terms"], "department" | "area">;

const requireOffice = (caller: Caller, terms: Granted): void => {
  const { department, area } = terms;
  if (caller.roles.includes("operator") || mayActIn(inRole(caller, "auditor"), area) || grants(caller, terms)) return;
  if (caller.department !== department)
    throw new Refusal("department-not-allowed", { department: caller.department ?? "" });
  throw new Refusal("area-not-allowed", { area });
};

/** Whether the caller is of the department that grants, in its area. */
export const grants = (caller: Caller, { department, area }: Granted): boolean =>
  caller.department === department && mayActIn(inRole(caller, "verifier"), area);
