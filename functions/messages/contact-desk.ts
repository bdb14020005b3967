import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import type { Contacts } from "#shared/storage/contacts.ts";
import type { IdentityKeys } from "#shared/storage/identity-keys.ts";
import type { Residents } from "#shared/storage/residents.ts";

/** What seeing to a contact point takes; of the keys only what the call uses. */
export interface ContactDesk<Use extends keyof IdentityKeys> {
  readonly residents: Pick<Residents, "readSubject">;
  readonly contacts: Contacts;
  readonly keys: Pick<IdentityKeys, Use>;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
}

/** How often others may come in between before the caller is asked to try again. */
export const mostAttempts = 5;
