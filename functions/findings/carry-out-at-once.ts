import type { Finding } from "#shared/domain/finding.ts";
import { log } from "#shared/runtime/log.ts";
import { type CarryingOut, carryOut } from "./carry-out.ts";

/**
 * What was decided stands whether or not this succeeds: the daily duty makes up for it.
 * @returns the finding as it stands afterwards
 */
export const carryOutAtOnce = async (carrying: CarryingOut, finding: Finding): Promise<Finding> => {
  const { residentId, findingId, isOutstanding } = finding;
  if (!isOutstanding) return finding;
  try {
    await carryOut(carrying, finding);
  } catch (fault) {
    log.error("finding-not-carried-out", { residentId, findingId, fault });
  }
  return (await carrying.findings.read(residentId, findingId)) ?? finding;
};
