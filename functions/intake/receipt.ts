import type { Caller } from "#shared/contract/endpoint.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";

/** When and from whom something came. */
export interface Receipt {
  readonly receivedAt: Instant;
  /** The day of receipt, after which no birth can lie. */
  readonly receivedOn: CalendarDate;
  /** The issuer's subject. */
  readonly by: string;
}

/** The two clocks: real time, and the calendar, which the one-machine system may move. */
export interface Clock {
  readonly now: () => Instant;
  readonly today: () => CalendarDate;
}

export const receiptFrom = ({ subject }: Caller, { now, today }: Clock): Receipt => ({
  receivedAt: now(),
  receivedOn: today(),
  by: subject,
});
