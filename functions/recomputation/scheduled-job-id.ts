import type { CalendarDate } from "#shared/domain/calendar.ts";

/** The ids of work that begins by itself: a second firing finds the job of the first. */
export const scheduledJobId = {
  night: (day: CalendarDate) => `night-${day}`,
  sweep: (day: CalendarDate) => `sweep-${day}`,
  rules: (registryRevision: number) => `rules-${registryRevision}`,
} as const;
