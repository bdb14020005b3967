import type { Application } from "./application.ts";
import type { ProgrammeId, ProgrammeTerms } from "./programme.ts";

/** What may be used once in a programme: an applicant, a child, a family, an asset. Opaque, keyed hashes included. */
export interface UsedOnce {
  readonly programmeId: ProgrammeId;
  readonly kind: "applicant" | "child" | "family" | "asset";
  readonly id: string;
}

type Using = Pick<Application, "programmeId" | "residentId" | "child" | "partner" | "asset">;

/** What an application uses. Of a family each adult counts, so that it is the same family whoever of the two applies. */
export const usedBy = (
  { programmeId, residentId, child, partner, asset }: Using,
  { beneficiary, onePer }: Pick<ProgrammeTerms, "beneficiary" | "onePer">,
): readonly UsedOnce[] => {
  const adults = partner === undefined ? [residentId] : [residentId, partner];
  const isPerFamily = beneficiary === "family" || onePer.includes("family");
  return [
    ...(beneficiary === "applicant" ? [{ programmeId, kind: "applicant" as const, id: residentId }] : []),
    ...(child === undefined ? [] : [{ programmeId, kind: "child" as const, id: child }]),
    ...(isPerFamily ? adults.map((id) => ({ programmeId, kind: "family" as const, id })) : []),
    ...(asset === undefined ? [] : [{ programmeId, kind: "asset" as const, id: asset }]),
  ];
};
