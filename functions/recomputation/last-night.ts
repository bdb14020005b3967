import { type CalendarDate, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { Jobs } from "#shared/storage/jobs.ts";
import { scheduledJobId } from "./scheduled-job-id.ts";

/** The last night that came to every shard, and so to everyone whose score changed by its day. */
export interface LastNight {
  readonly day: CalendarDate;
  /** Whether everyone had been recomputed under today's registry before it began, whatever revision their record bears. */
  readonly followedRules: boolean;
}

/** Not older than eight days, for a sweep comes every week; nothing where no night has been completed since. */
export const lastCompletedNight = async (
  jobs: Pick<Jobs, "read">,
  standards: Pick<Standards, "revision">,
  through: CalendarDate,
): Promise<LastNight | undefined> => {
  for (let back = 0; back <= 8; back++) {
    const day = dateOf(dayAfter(dayOf(through), -back));
    const night = await jobs.read(scheduledJobId.night(day));
    if (night?.state !== "done") continue;
    const rules = await jobs.read(scheduledJobId.rules(standards.revision));
    return { day, followedRules: rules?.state === "done" && (rules.finishedAt ?? "9") <= night.requestedAt };
  }
  return undefined;
};
