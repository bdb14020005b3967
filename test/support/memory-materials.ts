import type { Material, MaterialPlace } from "#shared/domain/material.ts";
import type { Materials } from "#shared/storage/materials.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { pageOf } from "./memory-pages.ts";

/** Materials for tests of what stands on them; they pass the same cases as the table. */
export const memoryMaterials = (): Materials => {
  // as text, so that nobody changes what is stored by changing what they read
  const stored = new Map<string, string>();
  const all = (): readonly Material[] => [...stored.values()].map((text) => JSON.parse(text));
  const write = (material: Material) => stored.set(keyOf(material), JSON.stringify(material));

  return {
    read: async (residentId, materialId) => all().find((one) => keyOf(one) === keyOf({ residentId, materialId })),

    ofResident: async (residentId) =>
      all()
        .filter((one) => one.residentId === residentId)
        .sort((one, other) => (one.materialId < other.materialId ? -1 : 1)),

    put: async (material) => {
      if (stored.has(keyOf(material))) return false;
      write(material);
      return true;
    },

    replace: async (material) => {
      const before = all().find((one) => keyOf(one) === keyOf(material));
      if (before?.version !== material.version - 1) return false;
      write(material);
      return true;
    },

    due: async (shard, through, request) => {
      const page = pageOf(
        all()
          .filter(({ residentId, deleteOn }) => shardOf(residentId) === shard && deleteOn && deleteOn <= through)
          .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)),
        request,
        placeOf,
        /^\d{4}-\d\d-\d\d#/,
      );
      return { ...page, entries: page.entries.map(({ residentId, materialId }) => ({ residentId, materialId })) };
    },
  };
};

const keyOf = ({ residentId, materialId }: MaterialPlace): string => `${residentId} ${materialId}`;
const placeOf = ({ deleteOn, residentId, materialId }: Material): string => `${deleteOn}#${residentId}#${materialId}`;
