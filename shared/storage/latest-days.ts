import type { Department } from "#shared/domain/department.ts";
import type { LastBatchDays } from "./feed-days.ts";

/** Of each department the latest day that any of them names. */
export const latestDays = (named: readonly LastBatchDays[]): LastBatchDays => {
  const latest: { -readonly [Of in Department]?: NonNullable<LastBatchDays[Of]> } = {};
  for (const days of named) {
    for (const department of Object.keys(days) as Department[]) {
      const day = days[department];
      if (day !== undefined && day > (latest[department] ?? "")) latest[department] = day;
    }
  }
  return latest;
};
