import type { Caller } from "#shared/contract/endpoint.ts";
import { Department } from "#shared/domain/department.ts";
import type { Material } from "#shared/domain/material.ts";
import { ServiceDepartment } from "#shared/domain/programme.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";
import { applicationsOf } from "./applications-of.ts";
import type { EvidenceReads } from "./reads.ts";
import { requireFiler } from "./require-filer.ts";

/**
 * The person's materials that the caller may see: all of them for the person and their window; for a verifier those of
 * the reviews and applications on which their department decides in their areas.
 * @throws Refusal resident-unknown, department-not-allowed
 */
export const materialsSeen = async (
  reads: EvidenceReads,
  caller: Caller,
  residentId: ResidentId,
): Promise<readonly Material[]> => {
  if (!caller.roles.includes("verifier") || ownResident(caller, residentId)) {
    await requireFiler(reads, caller, residentId);
    return reads.materials.ofResident(residentId);
  }
  const attached = await attachedForVerifier(reads, caller, residentId);
  return (await reads.materials.ofResident(residentId)).filter(({ materialId }) => attached.has(materialId));
};

const attachedForVerifier = async (
  { reviews, applications }: EvidenceReads,
  caller: Caller,
  residentId: ResidentId,
): Promise<ReadonlySet<string>> => {
  const supplies = Department.safeParse(caller.department);
  const grants = ServiceDepartment.safeParse(caller.department);
  if (!supplies.success && !grants.success) {
    throw new Refusal("department-not-allowed", { department: caller.department ?? "" });
  }
  const verifier = inRole(caller, "verifier");
  const [allReviews, allApplications] = await Promise.all([
    supplies.success ? reviews.ofResident(residentId) : [],
    grants.success ? applicationsOf(applications, residentId) : [],
  ]);
  const decided = [
    ...allReviews.filter(({ deciders }) => supplies.success && deciders.includes(supplies.data)),
    ...allApplications.filter(({ department }) => department === grants.data),
  ].filter(({ area }) => mayActIn(verifier, area));
  if (decided.length === 0) throw new Refusal("resident-unknown", { residentId });
  return new Set(decided.flatMap(({ materials }) => materials.map(({ materialId }) => materialId)));
};
