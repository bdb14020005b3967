import type { MaterialAnswer } from "#shared/contract/materials.ts";
import type { Material } from "#shared/domain/material.ts";
import { materialReasons } from "#shared/domain/material-reasons.ts";

export const materialAnswer = (material: Material): MaterialAnswer => {
  const { materialId, state, contentType, bytes, sha256, requestedOn, reason, deleteOn } = material;
  return {
    materialId,
    state,
    contentType,
    bytes,
    sha256,
    requestedOn,
    reason: reason === undefined ? null : { code: reason, words: materialReasons[reason] },
    deleteOn: state === "deleted" ? null : (deleteOn ?? null),
  };
};
