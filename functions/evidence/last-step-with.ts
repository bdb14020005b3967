import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { MaterialPlace } from "#shared/domain/material.ts";
import type { ReviewStep } from "#shared/domain/review.ts";
import type { Reviews } from "#shared/storage/reviews.ts";

/** The day of the last step of all reviews that the material was ever handed in with, also where another replaced it. */
export const lastStepWith = async (
  reviews: Pick<Reviews, "ofResident" | "readSteps">,
  { residentId, materialId }: MaterialPlace,
): Promise<CalendarDate | undefined> => {
  const days: CalendarDate[] = [];
  for (const { reviewId } of await reviews.ofResident(residentId)) {
    const steps = await reviews.readSteps(residentId, reviewId);
    const last = steps.at(-1);
    if (last && steps.some(({ step }) => handsIn(step, materialId))) days.push(last.on);
  }
  return days.sort().at(-1);
};

const handsIn = (step: ReviewStep, materialId: string): boolean =>
  "materials" in step && step.materials.some((material) => material.materialId === materialId);
