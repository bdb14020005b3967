import { MaterialId, type MaterialPlace } from "#shared/domain/material.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";

/** What isn't checked yet, by the bucket's own rule for a day. */
export const uploadPrefix = "quarantine/";
export const keptPrefix = "kept/";

export const uploadKey = ({ residentId, materialId }: MaterialPlace): string =>
  `${uploadPrefix}${residentId}/${materialId}`;

export const keptKey = ({ residentId, materialId }: MaterialPlace): string =>
  `${keptPrefix}${residentId}/${materialId}`;

/** Whose upload lies under a key; nothing for a key that no form was ever made out for. */
export const uploadPlace = (key: string): MaterialPlace | undefined => {
  if (!key.startsWith(uploadPrefix)) return undefined;
  const [residentId, materialId, ...more] = key.slice(uploadPrefix.length).split("/");
  const resident = ResidentId.safeParse(residentId);
  const material = MaterialId.safeParse(materialId);
  if (!resident.success || !material.success || more.length > 0) return undefined;
  return { residentId: resident.data, materialId: material.data };
};
