import { coveringAreas } from "#shared/domain/area.ts";
import type { FeedDays, LastBatchDays } from "#shared/storage/feed-days.ts";
import { latestDays } from "#shared/storage/latest-days.ts";

/** Feed days for tests of what stands on them; it passes the same cases as the table. */
export const memoryFeedDays = (): FeedDays => {
  const days = new Map<string, LastBatchDays>();
  return {
    lastHeard: async (area) => latestDays(coveringAreas(area).map((covering) => days.get(covering) ?? {})),
    heard: async (area, department, day) => {
      days.set(area, latestDays([days.get(area) ?? {}, { [department]: day }]));
    },
  };
};
