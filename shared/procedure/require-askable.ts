import { Refusal } from "#shared/domain/refusal.ts";
import type { ReviewMaterial } from "#shared/domain/review.ts";
import { materialKinds } from "./needed-materials.ts";

type Items = readonly { readonly code: string; readonly materialId?: string | undefined }[];

/**
 * What can be asked for: another one in place of one that is there, or one of a kind that there is.
 * @throws Refusal invalid-request, material-unknown
 */
export const requireAskable = (items: Items, materials: readonly ReviewMaterial[]): void => {
  const errors = items.flatMap(({ code }, at) =>
    materialKinds.some((kind) => kind.code === code)
      ? []
      : [{ field: `items[${at}].code`, detail: "must be the code of a material" }],
  );
  if (errors.length > 0) throw new Refusal("invalid-request", { errors });
  for (const { code, materialId } of items) {
    const isThere = materials.some((material) => material.materialId === materialId && material.code === code);
    if (materialId !== undefined && !isThere) throw new Refusal("material-unknown", { materialId });
  }
};
