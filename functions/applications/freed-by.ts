import type { Application } from "#shared/domain/application.ts";
import type { UsedOnce } from "#shared/domain/used-once.ts";
import type { Applications } from "#shared/storage/applications.ts";

/** Of what was used, what this application still holds: a later one may have taken it over. */
export const freedBy = async (
  { holderOf }: Pick<Applications, "holderOf">,
  { applicationNumber }: Pick<Application, "applicationNumber">,
  used: readonly UsedOnce[],
): Promise<readonly UsedOnce[]> => {
  const holders = await Promise.all(used.map(holderOf));
  return used.filter((_, at) => holders[at] === applicationNumber);
};
