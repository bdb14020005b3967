import { type CalendarDate, dateOf, dayAfter, dayOf } from "./calendar.ts";
import type { Material } from "./material.ts";
import { Refusal } from "./refusal.ts";

/** How many materials one request may carry. */
export const mostMaterials = 10;

/**
 * The materials that a request names, all of them accepted. One that is to be deleted by tomorrow is no longer handed in,
 * so that nobody attaches it while the calendar takes it away.
 * @param known all materials of the person
 * @throws Refusal too-many-materials, material-unknown, material-not-accepted
 */
export const materialsToHandIn = (
  known: readonly Material[],
  materialIds: readonly string[],
  today: CalendarDate,
): readonly Material[] => {
  const named = [...new Set(materialIds)];
  if (named.length > mostMaterials) throw new Refusal("too-many-materials", { limit: mostMaterials, per: "request" });
  const tomorrow = dateOf(dayAfter(dayOf(today)));
  return named.map((materialId) => {
    const material = known.find((one) => one.materialId === materialId);
    if (!material) throw new Refusal("material-unknown", { materialId });
    const { state, reason, deleteOn } = material;
    if (state !== "accepted") throw new Refusal("material-not-accepted", { materialId, state, reason });
    if (deleteOn !== undefined && deleteOn <= tomorrow)
      throw new Refusal("material-not-accepted", { materialId, state: "deleted", reason: undefined });
    return material;
  });
};
