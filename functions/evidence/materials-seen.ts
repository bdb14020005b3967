import type { Caller } from "#shared/contract/endpoint.ts";
import { Department } from "#shared/domain/department.ts";
import type { Material } from "#shared/domain/material.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { mayActIn, ownResident } from "#shared/http/authorise.ts";
import type { EvidenceReads } from "./reads.ts";
import { requireFiler } from "./require-filer.ts";

/**
 * The person's materials that the caller may see: all of them for the person and their window; for a verifier those of
 * the reviews on which their department decides in their areas.
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
  { reviews }: EvidenceReads,
  caller: Caller,
  residentId: ResidentId,
): Promise<ReadonlySet<string>> => {
  const own = Department.safeParse(caller.department);
  if (!own.success) throw new Refusal("department-not-allowed", { department: caller.department ?? "" });
  const verifier = { ...caller, roles: caller.roles.filter((role) => role === "verifier") };
  const decided = (await reviews.ofResident(residentId)).filter(
    ({ deciders, area }) => deciders.includes(own.data) && mayActIn(verifier, area),
  );
  if (decided.length === 0) throw new Refusal("resident-unknown", { residentId });
  return new Set(decided.flatMap(({ materials }) => materials.map(({ materialId }) => materialId)));
};
