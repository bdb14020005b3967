import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { MaterialPlace } from "#shared/domain/material.ts";
import type { Applications } from "#shared/storage/applications.ts";
import type { Reviews } from "#shared/storage/reviews.ts";

/** Where materials are handed in. */
export interface HandedInto {
  readonly reviews: Pick<Reviews, "ofResident" | "readSteps">;
  readonly applications: Pick<Applications, "ofResident" | "readSteps">;
}

/**
 * The day of the last step of all reviews and applications that the material was ever handed in with, also where another
 * replaced it.
 */
export const lastStepWith = async (
  { reviews, applications }: HandedInto,
  { residentId, materialId }: MaterialPlace,
): Promise<CalendarDate | undefined> => {
  const { entries } = await applications.ofResident(residentId, { limit: 100 });
  const courses = await Promise.all([
    ...(await reviews.ofResident(residentId)).map(({ reviewId }) => reviews.readSteps(residentId, reviewId)),
    ...entries.map((applicationNumber) => applications.readSteps(applicationNumber)),
  ]);
  return courses
    .filter((steps) => steps.some(({ step }) => handsIn(step, materialId)))
    .flatMap((steps) => steps.at(-1)?.on ?? [])
    .sort()
    .at(-1);
};

const handsIn = (
  step: object & { readonly materials?: readonly { readonly materialId: string }[] },
  materialId: string,
) => step.materials?.some((material) => material.materialId === materialId) === true;
