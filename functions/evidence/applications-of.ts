import type { Application } from "#shared/domain/application.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Applications } from "#shared/storage/applications.ts";

/** Everything a person has applied for; a hundred is more than anybody does. */
export const applicationsOf = async (
  applications: Pick<Applications, "ofResident" | "readMany">,
  residentId: ResidentId,
): Promise<readonly Application[]> => {
  const { entries } = await applications.ofResident(residentId, { limit: 100 });
  return applications.readMany(entries);
};
