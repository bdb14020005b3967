import { visiblePerson } from "#shared/access/visible-person.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { printLetterEndpoint } from "#shared/contract/print-letter.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { pageHeaders } from "#shared/http/page-style.ts";
import type { Identities } from "#shared/storage/identities.ts";
import type { Letters } from "#shared/storage/letters.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { holderOf } from "./holder.ts";
import { letterPage } from "./letter-page.ts";

interface Printing {
  readonly residents: Pick<Residents, "readSubject">;
  readonly letters: Pick<Letters, "read">;
  readonly identities: Pick<Identities, "read">;
  readonly today: () => CalendarDate;
}

/** The letter as it was, however often it is asked for. Who it is addressed to is opened here and nowhere stored. */
export const printLetter =
  ({ residents, letters, identities, today }: Printing) =>
  async ({ params: { residentId, letterId }, query: { lang }, caller }: Call<typeof printLetterEndpoint>) => {
    await visiblePerson(residents, caller, residentId, today());
    const letter = await letters.read(residentId, letterId);
    if (!letter) throw new Refusal("letter-unknown", { letterId });
    const page = letterPage(letter, await holderOf(identities, residentId), lang);
    return { status: 200, page, headers: pageHeaders };
  };
