import { holidays } from "#policies/holidays.ts";
import { createWorkingDays, HolidayYear, type WorkingDays } from "#shared/domain/working-days.ts";

/** The working days of all years whose holidays `policies/holidays` tells, read once when a function starts. */
export const publishedWorkingDays = (): WorkingDays =>
  createWorkingDays(holidays.map((year) => HolidayYear.parse(year)));
