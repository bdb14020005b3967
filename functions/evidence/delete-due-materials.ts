import { applyMaterialStep } from "#shared/domain/apply-material-step.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { Material, MaterialPlace } from "#shared/domain/material.ts";
import { attachedUntil } from "#shared/procedure/material-retention.ts";
import { log } from "#shared/runtime/log.ts";
import type { EvidenceStore } from "#shared/storage/evidence-store.ts";
import type { Materials } from "#shared/storage/materials.ts";
import { type Shard, shards } from "#shared/storage/shards.ts";
import { type HandedInto, lastStepWith } from "./last-step-with.ts";

interface Deleting extends HandedInto {
  readonly materials: Pick<Materials, "read" | "replace" | "due">;
  readonly store: Pick<EvidenceStore, "discardUpload" | "discardKept">;
  readonly now: () => Instant;
  readonly today: () => CalendarDate;
}

/**
 * The day's deletions: uploads that nobody finished, materials handed in with nothing, those whose reviews and applications are long over.
 * @throws Error after all others were gone through, when one could not be deleted
 */
export const deleteDueMaterials = (deleting: Deleting) => async (): Promise<void> => {
  const counts = { deleted: 0, postponed: 0, untouched: 0, failed: 0 };
  for (const shard of shards)
    for await (const place of dueIn(deleting, shard)) {
      const outcome = await retired(deleting, place);
      counts[outcome] += 1;
    }
  log.info("materials-retired", { asOf: deleting.today(), counts });
  if (counts.failed > 0) throw new Error("some materials were not deleted");
};

async function* dueIn({ materials, today }: Deleting, shard: Shard): AsyncGenerator<MaterialPlace> {
  let cursor: string | undefined;
  do {
    const page = await materials.due(shard, today(), { limit: 100, cursor });
    yield* page.entries;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

const retired = async (
  deleting: Deleting,
  place: MaterialPlace,
): Promise<"deleted" | "postponed" | "untouched" | "failed"> => {
  try {
    return await retire(deleting, place);
  } catch (fault) {
    log.error("material-not-deleted", { ...place, fault });
    return "failed";
  }
};

const retire = async (
  deleting: Deleting,
  { residentId, materialId }: MaterialPlace,
): Promise<"deleted" | "postponed" | "untouched"> => {
  const { materials, today } = deleting;
  const material = await materials.read(residentId, materialId);
  // the index is a moment old
  if (material?.deleteOn === undefined || material.deleteOn > today()) return "untouched";
  const lastStep = material.state === "accepted" ? await lastStepWith(deleting, material) : undefined;
  const deleteOn = lastStep && attachedUntil(lastStep);
  if (deleteOn !== undefined && deleteOn > today()) {
    const kept = await materials.replace(applyMaterialStep(material, { type: "postponed", deleteOn }));
    return kept ? "postponed" : "untouched";
  }
  return remove(deleting, material);
};

/** Called deleted first: whoever is just checking it finds out, and takes away what they have kept. */
const remove = async ({ materials, store, now }: Deleting, material: Material): Promise<"deleted" | "untouched"> => {
  const deleted = material.state === "deleted" ? material : applyMaterialStep(material, { type: "expired", at: now() });
  if (deleted !== material && !(await materials.replace(deleted))) return "untouched";
  await Promise.all([store.discardUpload(material), store.discardKept(material)]);
  await materials.replace(applyMaterialStep(deleted, { type: "cleared" }));
  return "deleted";
};
