import { date } from "#shared/domain/calendar.ts";
import { ResidenceStretch } from "#shared/domain/facts.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { registerOfPeople } from "./register-of-people.ts";

/**
 * Somebody who gets points for residence, and so a quarter of a point more on this day of every month; recorded as of
 * today. Their age stays without points, so that nothing else changes by the calendar.
 */
export const changingMonthly = async (
  register: ReturnType<typeof registerOfPeople>,
  dayOfMonth: number,
  area = "339901",
): Promise<ResidentId> => {
  const id = await register.register(area);
  const from = date(`2023-08-${`${dayOfMonth}`.padStart(2, "0")}`);
  const residence = [ResidenceStretch.parse({ from, to: null, province: "330000" })];
  await register.policeReport(id, { birthDate: null, residence });
  await register.recompute(id);
  return id;
};
