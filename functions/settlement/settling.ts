import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { WorkingDays } from "#shared/domain/working-days.ts";
import type { Looking } from "#shared/settlement/looking.ts";
import type { Applications } from "#shared/storage/applications.ts";
import type { Identities } from "#shared/storage/identities.ts";
import type { IdentityKeys } from "#shared/storage/identity-keys.ts";
import type { Listings } from "#shared/storage/listings.ts";
import type { Programmes } from "#shared/storage/programmes.ts";
import type { Results } from "#shared/storage/results.ts";
import type { SettlementQueue } from "#shared/storage/settlement-queue.ts";
import type { Settlements } from "#shared/storage/settlements.ts";

/** What every part of a settlement takes. */
export interface Settling extends Looking {
  readonly programmes: Pick<Programmes, "read" | "readSteps" | "record">;
  readonly applications: Pick<Applications, "read" | "readMany" | "ofRound" | "recordMany" | "holderOf">;
  readonly listings: Pick<Listings, "read" | "record" | "putEntries" | "entries">;
  readonly identities: Pick<Identities, "read">;
  /** What salts are made with. */
  readonly keys: Pick<IdentityKeys, "lookup">;
  readonly settlements: Settlements;
  readonly results: Pick<Results, "append">;
  readonly queue: SettlementQueue;
  readonly workingDays: WorkingDays;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
  /** How many applications a page has. */
  readonly pageSize: number;
  /** How many of them are worked at a time. */
  readonly width: number;
  /** After so long a slice ends with the page in hand, and another goes on. */
  readonly sliceSeconds: number;
}
