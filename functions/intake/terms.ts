import { isWithin } from "#shared/domain/area.ts";
import type { Batch } from "#shared/domain/batch.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Covers } from "./feed.ts";
import type { Clock, Receipt } from "./receipt.ts";

/** On whose behalf, when and for which area a batch's rows are taken in. */
export interface Terms {
  readonly receipt: Receipt;
  readonly today: CalendarDate;
  readonly covers: Covers;
}

/** The day of receipt stays that of the batch; the changes bear the moment at which they are really made. */
export const termsOf = (batch: Batch, { now, today }: Clock): Terms => ({
  receipt: { receivedAt: now(), receivedOn: batch.receivedOn, by: batch.submittedBy },
  today: today(),
  covers: (area) => isWithin(area, batch.area),
});
