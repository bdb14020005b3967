import type { CalendarDate } from "#shared/domain/calendar.ts";
import { materialsToHandIn } from "#shared/domain/materials-to-hand-in.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { ReviewMaterial } from "#shared/domain/review.ts";
import type { Materials } from "./materials.ts";

/**
 * Accepted uploads of this person, as a review or an application keeps them.
 * @throws Refusal too-many-materials, material-unknown, material-not-accepted
 */
export const handedIn = async (
  materials: Pick<Materials, "ofResident">,
  residentId: ResidentId,
  handed: readonly { readonly code: string; readonly materialId: string }[],
  on: CalendarDate,
): Promise<readonly ReviewMaterial[]> => {
  if (handed.length === 0) return [];
  const known = await materials.ofResident(residentId);
  materialsToHandIn(
    known,
    handed.map(({ materialId }) => materialId),
    on,
  );
  return handed.map(({ code, materialId }) => ({ code, materialId, state: "handed-in" }));
};
