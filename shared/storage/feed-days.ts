import type { AreaCode } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Department } from "#shared/domain/department.ts";

/** The day of each department's last accepted batch; a department that never sent one is absent. */
export type LastBatchDays = { readonly [Of in Department]?: CalendarDate };

/** When each department last let itself be heard: longer ago than it promised, and its facts are stale. */
export interface FeedDays {
  /** For a person of this area; a batch for a city or the province speaks for its counties. Strongly consistent. */
  lastHeard(area: AreaCode): Promise<LastBatchDays>;

  /** The day only ever moves on. */
  heard(area: AreaCode, department: Department, day: CalendarDate): Promise<void>;
}
